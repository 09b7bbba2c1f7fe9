import { fromModelFile, toModelFile } from '@app/understanding/classifier/model-file';
import { featuresOf } from '@app/understanding/classifier/features-of';
import { weigh } from '@app/understanding/classifier/linear-model';
import { examine } from '@app/understanding/examine';
import { seeded } from '@app/peers/system/random';
import { toExample } from './example';
import { fit } from './fit';
import type { LabelledMessage } from './labelled-message';
import { makeNoise } from './make-noise';

const message = (text: string, ...accept: LabelledMessage['accept']): LabelledMessage => ({
  text,
  accept,
  until: null,
  contact: null,
});
const MESSAGES = [
  message('send the slides', 'presentation'),
  message('slides please', 'presentation'),
  message('write in spring', 'postpone'),
  message('spring please', 'postpone'),
  message('slides now, write in spring', 'presentation', 'postpone'),
];

function learn(): ReturnType<typeof fit> {
  const examples = MESSAGES.map(toExample);
  return fit(examples, new Set(examples.flatMap(({ features }) => [...features.keys()])), seeded(1));
}

describe('a classifier that learned from a few messages', () => {
  it('tells apart what it never saw, and two wishes at once, also from its file', () => {
    const model = fromModelFile(toModelFile(learn(), 0.1));
    const chances = (text: string): ReturnType<typeof weigh> => weigh(model, featuresOf(examine(text, [])));
    expect(chances('the slides').presentation).toBeGreaterThan(chances('the slides').postpone);
    expect(chances('in the spring').postpone).toBeGreaterThan(chances('in the spring').presentation);
    expect(chances('the slides, in spring').postpone).toBeGreaterThan(chances('the slides').postpone);
  });

  it('learns the same from the same', () => {
    expect(learn()).toEqual(learn());
  });

  it('is not taken for one of other intents', () => {
    const file = toModelFile(learn(), 0.1);
    expect(() => fromModelFile({ ...file, intents: ['stop'] })).toThrow('run npm run train');
  });
});

describe('noise', () => {
  it('is the same for the same seed, and leaves most of a message as it was', () => {
    const noisy = (): readonly string[] => {
      const random = seeded(3);
      return Array.from({ length: 20 }, () => makeNoise('Пришлите презентацию, пожалуйста', random));
    };
    expect(noisy()).toEqual(noisy());
    expect(new Set(noisy()).size).toBeGreaterThan(5);
    expect(noisy().filter((text) => /през|пришл/iu.test(text))).toHaveLength(20);
  });
});
