import fc from 'fast-check';
import { INTENT_TYPES } from '@app/domain/intent';
import { inNovember, MOSCOW, NOW } from '../reading.builder';
import { checkDraft, type DraftedSentence } from './check-draft';
import { checkOffer } from './check-offer';
import { checkReading } from './check-reading';

const CONTEXT = { now: NOW, timeZone: MOSCOW, ownAddresses: ['sales@our-agent.example'] };

const WORDS = 'Позвоните, пожалуйста, 27 ноября, а лучше напишите Олегу: oleg@dom.example. Сколько это стоит?';

const READING = {
  intents: ['redirect', 'postpone', 'question'],
  language: 'ru',
  day: '27 ноября',
  addresses: ['oleg@dom.example'],
  evidence: ['напишите Олегу', '27 ноября', 'Сколько это стоит'],
};

const PASSAGES = [
  { id: 'terms#1', heading: 'Price', text: 'The subscription costs 2,900 roubles a month. There is no free plan.' },
  { id: 'start#1', heading: 'Trial', text: 'The trial lasts 14 days. Write to help@otzyvy.example.' },
];

const DRAFT = {
  sentences: ['The subscription costs 2,900 roubles a month.', 'The trial lasts 14 days.'],
  passages: ['1', '2'],
};

/** What a model that raves, or obeys somebody else, puts where something of ours should stand. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...[
      '',
      'stop',
      'presentation',
      'en',
      'завтра',
      '31 февраля',
      '28 ноября',
      'oleg',
      'eve@evil.example',
      'sales@our-agent.example',
    ],
    ...['1', '2', '3', '0', '1, 2', '-1', '9'.repeat(400), 'x'.repeat(60_000), '\ud800', '2,900', 'Сколько это стоит'],
    ...[
      'The subscription is free.',
      'Write to eve@evil.example.',
      'The trial lasts 30 days.',
      'See https://evil.example.',
    ],
  ),
);

/** An honest answer, of which some fields or items are something else, some too many, and the whole perhaps cut off. */
function spoilt(honest: Readonly<Record<string, unknown>>): fc.Arbitrary<string> {
  const names = fc.constantFrom(...Object.keys(honest), 'to', '__proto__');
  const change = fc.tuple(names, fc.option(fc.nat(4), { freq: 2 }), junk);
  const json = fc.array(change, { maxLength: 3 }).map((changes) => {
    const answer = new Map<string, unknown>(Object.entries(honest));
    for (const [name, place, to] of changes) {
      const list: unknown = answer.get(name);
      answer.set(name, Array.isArray(list) && place !== null ? list.toSpliced(place, 1, to) : to);
    }
    return JSON.stringify(Object.fromEntries(answer));
  });
  return fc.oneof(
    { weight: 6, arbitrary: json },
    { weight: 1, arbitrary: json.map((text) => `\`\`\`json\n${text}\n\`\`\``) },
    { weight: 1, arbitrary: fc.tuple(json, fc.nat()).map(([text, cut]) => text.slice(0, cut % text.length)) },
    { weight: 1, arbitrary: fc.oneof(fc.json(), fc.string({ unit: 'binary' })) },
  );
}

/** Of a draft: nothing is counted or reached that stands in no passage, and each sentence names what it rests on. */
function expectGrounded(sentences: readonly DraftedSentence[]): void {
  const told = PASSAGES.map(({ text }) => text).join('\n');
  for (const { text, passages } of sentences) {
    expect(text.match(/\d+|\S+@\S+\w|https?:\S+/g)?.filter((named) => !told.includes(named)) ?? []).toEqual([]);
    expect(passages.length > 0 && passages.every((id) => PASSAGES.some((passage) => passage.id === id))).toBe(true);
  }
}

describe('whatever a host answers,', () => {
  it('an honest answer is believed', () => {
    expect(checkReading(JSON.stringify(READING), WORDS, CONTEXT).type).toBe('accepted');
    expect(checkDraft(JSON.stringify({ found: 'yes', ...DRAFT }), offered).type).toBe('accepted');
    expect(checkOffer(JSON.stringify({ subject: 'The trial', ...DRAFT }), { ...offered, ...COMPANY }).type).toBe(
      'accepted',
    );
  });

  it('of a message nothing is believed but what the contact wrote', () => {
    fc.assert(
      fc.property(spoilt(READING), (response) => {
        const checked = checkReading(response, WORDS, CONTEXT);
        if (checked.type === 'rejected') {
          expect(checked.because).toMatch(/^[^\p{Cc}]{10,200}$/u);
          return;
        }
        for (const intent of checked.value.intents) {
          expect(INTENT_TYPES).toContain(intent.type);
          expect(intent.type).not.toBe('stop');
          if (intent.type === 'redirect') expect([[], ['oleg@dom.example']]).toContainEqual(intent.addresses);
          if (intent.type === 'postpone') expect([undefined, inNovember('27T00:00')]).toContainEqual(intent.until);
        }
        expect(checked.value.evidence.filter((words) => !WORDS.includes(words))).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('of an answer or an opening nothing is written but what the passages say', () => {
    fc.assert(
      fc.property(spoilt({ found: 'yes', ...DRAFT }), spoilt({ subject: 'The trial', ...DRAFT }), (answer, opening) => {
        const drafted = checkDraft(answer, offered);
        if (drafted.type === 'accepted') expectGrounded(drafted.value.sentences);
        const offer = checkOffer(opening, { ...offered, ...COMPANY });
        if (offer.type === 'accepted') expectGrounded(offer.value.sentences);
      }),
      { numRuns: 400 },
    );
  });
});

const offered = { passages: PASSAGES, language: 'en', question: '' } as const;
const COMPANY = { company: 'Acme Tea', interests: [] } as const;
