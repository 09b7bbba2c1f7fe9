import { join } from 'node:path';
import { readLabelledMessages } from './labelled-message';

const TRAINING = join(__dirname, '../../../training');
const textsOf = (name: string): readonly string[] =>
  readLabelledMessages(join(TRAINING, name)).map(({ text }) =>
    text
      .toLowerCase()
      .replaceAll(/[\s.,!]+/gu, ' ')
      .trim(),
  );

describe('the messages the reader is measured on', () => {
  const learned = new Set([...textsOf('train.ru.jsonl'), ...textsOf('train.en.jsonl')]);

  it.each(['dev.jsonl', 'test.jsonl', 'hard.jsonl'])('were never learned: %s', (name) => {
    expect(textsOf(name).filter((text) => learned.has(text))).toEqual([]);
  });

  it('are hundreds, and those learned from are thousands, half of them Russian', () => {
    expect(textsOf('test.jsonl').length).toBeGreaterThan(900);
    expect(textsOf('train.ru.jsonl').length).toBeGreaterThan(4000);
    expect(textsOf('train.en.jsonl').length).toBeGreaterThan(4000);
  });
});
