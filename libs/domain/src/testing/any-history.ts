import * as fc from 'fast-check';
import type { Colleague } from '../event';
import type { Intent } from '../intent';
import type { Rules } from '../rules';
import { RULES } from './builders';
import type { Happening, Saying } from './happening';
import type { Reach } from './model-channels';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Under which rules, on which channels, and what happens then. */
export interface History {
  readonly rules: Rules;
  readonly reach: Reach;
  readonly referred: boolean;
  readonly happenings: readonly Happening[];
}

const place = fc.nat({ max: 50 });

/** Never a date that is none: that has a test of its own, and no database holds one. */
const until = fc.oneof(
  fc.constant<Date | 'past' | 'far' | null>(null),
  fc.constant('past' as const),
  fc.constant('far' as const),
  fc.integer({ min: 1, max: 60 }),
);

const demo: fc.Arbitrary<(now: Date) => Intent> = fc.oneof(
  fc.constant(() => ({ type: 'demo' as const })),
  fc.integer({ min: 0, max: 4 }).map((choice) => () => ({ type: 'demo' as const, choice })),
  fc.constant(() => ({ type: 'demo' as const, cancels: true as const })),
  fc.tuple(fc.integer({ min: -2, max: 10 }), fc.integer({ min: 1, max: 72 })).map(([days, hours]) => (now: Date) => {
    const from = new Date(now.getTime() + days * DAY);
    return { type: 'demo' as const, wish: { from, to: new Date(from.getTime() + hours * HOUR) } };
  }),
);

const postpone: fc.Arbitrary<(now: Date) => Intent> = until.map((when) => (now: Date) => {
  if (when === null) return { type: 'postpone' };
  if (when === 'past') return { type: 'postpone', until: new Date(now.getTime() - DAY) };
  if (when === 'far') return { type: 'postpone', until: new Date('2099-01-01T00:00:00Z') };
  return { type: 'postpone', until: new Date(now.getTime() + Number(when) * DAY) };
});

const plain = (intent: Intent) => fc.constant(() => intent);

const named = { type: 'redirect', addresses: ['petr@example.com', 'olga@example.com'] } as const;

const intent = fc.oneof(
  weigh(1, plain({ type: 'stop' })),
  weigh(9, demo),
  weigh(3, plain({ type: 'presentation' })),
  weigh(4, postpone),
  weigh(1, plain(named)),
  weigh(2, plain({ type: 'redirect', addresses: [] })),
  weigh(3, plain({ type: 'question' })),
  weigh(4, plain({ type: 'acknowledged' })),
  weigh(1, plain({ type: 'unclear' })),
);

const standing = fc.constantFrom<Colleague['standing']>('new', 'new', 'suppressed', 'in-conversation', 'no-reply');

const saying: fc.Arbitrary<Saying> = fc.record({
  intents: fc.oneof(
    weigh(
      3,
      intent.map((one) => [one]),
    ),
    weigh(1, fc.array(intent, { minLength: 2, maxLength: 3 })),
  ),
  confidence: rarely(0.2, 1),
  consent: fc.constantFrom<Saying['consent']>(null, 'yes', 'no'),
  language: fc.constantFrom<Saying['language']>(null, 'ru', 'en'),
  passages: rarely<string[]>([], ['a#1', 'b#2']),
  colleagues: fc.tuple(standing, standing).map(([first, second]) => [
    { address: 'petr@example.com', standing: first },
    { address: 'olga@example.com', standing: second },
  ]),
  accessCode: rarely<string | null>(null, 'CODE-1'),
  doubts: fc.constantFrom(
    { isSure: true, hintsAtStop: false },
    { isSure: true, hintsAtStop: false },
    { isSure: false, hintsAtStop: false },
    { isSure: true, hintsAtStop: true },
    { isSure: false, hintsAtStop: true },
  ),
  taken: fc.oneof(weigh(5, fc.constant([])), weigh(1, fc.array(fc.nat({ max: 30 })))),
});

const machineKind = fc.constantFrom('auto_reply', 'bounce_soft', 'bounce_soft', 'bounce_hard', 'list', 'receipt');

const substitutes = fc.array(
  standing.map((standing) => ({ address: 'zoya@example.com', standing })),
  { maxLength: 1 },
);

const operatorAct = fc.constantFrom('writes', 'takes-over', 'resumes', 'resumes', 'stops', 'stops-company', 'releases');

const how = fc.oneof(
  weigh(20, fc.constant('sent' as const)),
  weigh(4, fc.constantFrom('retry', 'address', 'content', 'uncertain')),
);

const channel = fc.constantFrom('email', 'telegram');

const meanwhile = fc.oneof(
  weigh(8, fc.constant(null)),
  happens(2, 'letter-goes-out', { place, how }),
  happens(2, 'timer-comes-due', { place }),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  happens(22, 'contact-says', { by: channel, saying, meanwhile }),
  happens(5, 'contact-writes', { by: channel, senderKnown: rarely(false, true) }),
  happens(8, 'message-is-read', { place, saying }),
  happens(1, 'reading-fails', { place }),
  happens(8, 'model-answers', {
    how: fc.oneof(weigh(5, fc.constant('well')), weigh(4, fc.constantFrom('nothing-found', 'wrongly', 'never'))),
    saying,
    isLate: rarely(true, false),
  }),
  happens(2, 'machine-writes', { kind: machineKind, aboutContact: rarely(false, true) }),
  happens(1, 'contact-is-away', { days: fc.option(fc.integer({ min: -2, max: 400 })), substitutes }),
  happens(1, 'calendar-answers', { answer: fc.constantFrom('accepted', 'declined'), toTheSlot: rarely(false, true) }),
  happens(1, 'contact-unsubscribes', {}),
  happens(22, 'letter-goes-out', { place, how }),
  happens(4, 'gateway-claims', { place }),
  happens(4, 'gateway-settles', { place, how }),
  happens(4, 'settlement-is-learnt', { place }),
  happens(1, 'it-was-sent-after-all', { place }),
  happens(2, 'time-passes', { hours: fc.integer({ min: 1, max: 400 }) }),
  happens(10, 'timer-comes-due', { place }),
  happens(5, 'operator', { does: fc.oneof(weigh(4, fc.constantFrom('replies', 'releases')), weigh(3, operatorAct)) }),
  happens(6, 'draft-is-decided', { place, how: fc.constantFrom('approved', 'approved', 'edited', 'rejected') }),
  happens(1, 'letter-is-cancelled', { place }),
  happens(1, 'letter-is-retried', { place }),
  happens(1, 'contact-starts', { joins: fc.boolean(), suppressed: rarely(true, false) }),
  happens(1, 'contact-asks', { letter: fc.constantFrom('help', 'choose-language') }),
  happens(1, 'chat-changes', { change: fc.constantFrom('blocked', 'unblocked') }),
  happens(1, 'address-is-on-a-list', {}),
  happens(1, 'approval-changes', { approval: fc.constantFrom('autopilot', 'approve') }),
  happens(1, 'an-event-comes-again', { place }),
);

const rules: fc.Arbitrary<Rules> = fc
  .record({
    followUps: fc.constantFrom(0, 1, 2),
    demo: fc.constantFrom<Rules['demo']>('access', 'slot'),
    stopConfirmed: fc.boolean(),
    redirectThanks: fc.boolean(),
    stopCompany: fc.boolean(),
    approval: fc.constantFrom<Rules['approval']>('autopilot', 'autopilot', 'approve'),
    followSubstitutes: fc.boolean(),
    telegram: fc.boolean(),
    answersPerHour: fc.constantFrom(1, 2, 10),
    model: fc.option(
      fc.record({
        answerWithinSeconds: fc.constantFrom(8, 60),
        writes: fc.record({ answers: rarely(false, true), openings: fc.boolean() }),
      }),
    ),
    timeZone: fc.constantFrom('Europe/Moscow', 'Asia/Kathmandu', 'America/New_York'),
    holidays: fc.constantFrom<string[]>([], ['2026-11-24', '2026-11-25', '2026-12-31', '2027-01-01', '2027-01-04']),
  })
  .map((chosen) => ({ ...RULES, ...chosen }));

export const anyHistory: fc.Arbitrary<History> = fc.record({
  rules,
  reach: fc.oneof(weigh(9, fc.constant('email')), weigh(1, fc.constant('telegram')), weigh(4, fc.constant('both'))),
  referred: fc.boolean(),
  happenings: fc.array(happening, { minLength: 3, maxLength: 26, size: 'max' }),
});

/** One kind of happening, as often as `weight` says. */
function happens(weight: number, type: Happening['type'], facts: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return { weight, arbitrary: fc.record({ type: fc.constant(type), ...facts }) as unknown as fc.Arbitrary<Happening> };
}

function weigh<T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.WeightedArbitrary<T> {
  return { weight, arbitrary };
}

function rarely<T>(seldom: T, mostly: T): fc.Arbitrary<T> {
  return fc.oneof(weigh(12, fc.constant(mostly)), weigh(1, fc.constant(seldom)));
}
