import type { PlainReading } from '@app/understanding/plain-reading';
import type { LabelledMessage } from '../../train/src/labelled-message';
import { figuresOf, holds, WANTED } from './figures';
import { report } from './report';
import { toVerdict, type Verdict } from './verdict';

function verdict(accept: LabelledMessage['accept'], intents: PlainReading['intents'], sure = true): Verdict {
  const message = { text: 'x', accept, until: ['2026-12-01', '2026-12-03'], contact: '@anna_k' } as const;
  return toVerdict(message, { intents, sure, confidence: 0.7, engine: 'offline' });
}

describe('how well messages were read', () => {
  it('is right when the first intent is one of those accepted', () => {
    expect(verdict(['demo', 'question'], [{ type: 'question' }])).toMatchObject({ isRight: true, meant: 'question' });
    expect(verdict(['demo'], [{ type: 'question' }, { type: 'demo' }])).toMatchObject({
      isRight: false,
      meant: 'demo',
    });
  });

  it('counts a missed opt-out and an invented one', () => {
    const figures = figuresOf([
      verdict(['stop'], [{ type: 'stop' }]),
      verdict(['stop'], [{ type: 'question' }]),
      verdict(['demo'], [{ type: 'demo' }, { type: 'stop' }]),
    ]);
    expect(figures).toMatchObject({ stopsFound: 50, stopsInvented: 100 });
  });

  it('takes any day of the range, and an address in either of its forms', () => {
    const found = verdict(['postpone'], [{ type: 'postpone', date: '2026-12-03', contact: 't.me/anna_k' }]);
    expect(found).toMatchObject({ dateFound: true, contactFound: true });
    expect(verdict(['postpone'], [{ type: 'postpone', date: '2026-12-04' }])).toMatchObject({ dateFound: false });
  });

  it('measures what is answered apart from what is left to a person', () => {
    const figures = figuresOf([verdict(['demo'], [{ type: 'demo' }]), verdict(['demo'], [{ type: 'unclear' }], false)]);
    expect(figures).toMatchObject({ answered: 50, answeredRight: 100, primaryRight: 50 });
  });

  it('misses what is wanted by a single opt-out of ten', () => {
    const verdicts = Array.from({ length: 10 }, (_, at) => verdict(['stop'], [{ type: at === 0 ? 'demo' : 'stop' }]));
    expect(WANTED.filter((wanted) => !holds(figuresOf(verdicts), wanted)).map(({ name }) => name)).toContain(
      'opt-outs found',
    );
    expect(report(verdicts)).toContain('missed stop');
  });
});
