import { actionOf, choiceIn, type ChatChoice } from './chat-choice';
import { statedReading } from './stated-reading';

const MARK = 'm'.repeat(43);
const NINE = new Date('2026-11-26T09:00:00Z');
const CHOICES: readonly ChatChoice[] = [
  { type: 'presentation' },
  { type: 'demo' },
  { type: 'later' },
  { type: 'stop' },
  { type: 'resume', agrees: true },
  { type: 'resume', agrees: false },
  { type: 'slot', startsAt: NINE },
  { type: 'language', language: 'en' },
];

const pressed = (choice: ChatChoice) => statedReading({ type: 'pressed', action: actionOf(MARK, choice) });

describe('the action of a button', () => {
  it.each(CHOICES)('says what it chooses, in no more bytes than Telegram takes: %o', (choice) => {
    const action = actionOf(MARK, choice);
    expect(choiceIn(action)).toEqual(choice);
    expect(Buffer.byteLength(action)).toBeLessThanOrEqual(64);
  });

  it('that is none of ours chooses nothing', () => {
    expect(choiceIn('buy')).toBeNull();
    expect(choiceIn(`${MARK}:slot-soon`)).toBeNull();
  });
});

describe('a button that is pressed', () => {
  it('means what the words would mean', () => {
    expect(pressed({ type: 'presentation' })).toMatchObject({ intents: [{ type: 'presentation' }], confidence: 1 });
    expect(pressed({ type: 'later' })).toMatchObject({ intents: [{ type: 'postpone' }] });
    expect(pressed({ type: 'stop' })).toMatchObject({ intents: [{ type: 'stop' }] });
  });

  it('under an offered time wishes for that very time, however old the offer is', () => {
    const wish = { from: NINE, to: new Date(NINE.getTime() + 1) };
    expect(pressed({ type: 'slot', startsAt: NINE })).toMatchObject({ intents: [{ type: 'demo', wish }] });
  });

  it('agrees to be written to again, or does not', () => {
    expect(pressed({ type: 'resume', agrees: true })).toMatchObject({ consent: 'yes' });
    expect(pressed({ type: 'resume', agrees: false })).toMatchObject({ consent: 'no' });
  });

  it('and is none of ours is taken note of', () => {
    expect(statedReading({ type: 'pressed', action: 'buy' })).toMatchObject({ intents: [{ type: 'acknowledged' }] });
  });
});

describe('a chat', () => {
  it('says stop by a command too', () => {
    expect(statedReading({ type: 'asked', command: 'stop' })).toMatchObject({ intents: [{ type: 'stop' }] });
  });

  it('points to a colleague by a user name that is shared', () => {
    const shared = statedReading({ type: 'shared', names: ['Petr_Buyer'], phone: '' });
    expect(shared).toMatchObject({ intents: [{ type: 'redirect', addresses: ['@petr_buyer'] }] });
  });

  it('leaves words to be read', () => {
    expect(statedReading({ type: 'wrote' })).toBeNull();
  });
});
