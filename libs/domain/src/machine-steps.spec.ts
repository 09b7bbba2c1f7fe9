import type { Memory } from './memory';
import type { Stage } from './stage';
import {
  aBookedSlot,
  aConversation,
  aSlot,
  awaiting,
  given,
  machineWrote,
  NOW,
  RULES,
  told,
  under,
} from './testing/builders';
import type { AbsenceTold, CalendarAnswer } from './machine-facts';
import type { Colleague } from './event';

const CANCEL_TIMERS = { type: 'cancelTimers' } as const;

describe('machine mail', () => {
  it.each(['auto_reply', 'bounce_soft', 'list', 'receipt', 'calendar'] as const)('(%s) is never answered', (kind) => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(machineWrote(kind))
      .then({ stage: 'awaiting-reply', effects: [] });
  });
});

function away(told: Partial<AbsenceTold>, substitutes: readonly Colleague[] = []) {
  const named = substitutes.map(({ address }) => address);
  return machineWrote('auto_reply', {
    facts: { type: 'absence', returnsOn: null, substitutes: named, ...told },
    substitutes,
  });
}

/** Ten o'clock in Moscow. */
function morningOf(day: string): Date {
  return new Date(`${day}T10:00:00+03:00`);
}

function waitingFor(timer: 'silence' | 'reminder' | 'demoFollowUp', dueAt: Date, more: Partial<Memory> = {}) {
  return { timers: [{ timer, dueAt }], ...more };
}

describe('a contact who is away', () => {
  it.each([
    ['silence', 'awaiting-reply'],
    ['reminder', 'postponed'],
    ['demoFollowUp', 'in-demo'],
  ] as const)('is left alone until the working day after the return (%s)', (timer, stage) => {
    given(aConversation({ stage, memory: waitingFor(timer, morningOf('2026-11-30')) }))
      .when(away({ returnsOn: '2026-12-04' }))
      .then({
        stage,
        // The day after is a Saturday.
        effects: [CANCEL_TIMERS, { type: 'scheduleTimer', timer, dueAt: morningOf('2026-12-07') }],
        memory: { timers: [{ timer, dueAt: morningOf('2026-12-07') }] },
      });
  });

  it('is reminded no sooner than was agreed', () => {
    given(aConversation({ stage: 'postponed', memory: waitingFor('reminder', morningOf('2026-12-15')) }))
      .when(away({ returnsOn: '2026-12-04' }))
      .then({ stage: 'postponed', effects: [] });
  });

  it('has only that moved which would come due before the return', () => {
    const later = { timer: 'reminder', dueAt: morningOf('2026-12-15') } as const;
    const sooner = { timer: 'demoFollowUp', dueAt: morningOf('2026-11-30') } as const;
    given(aConversation({ stage: 'postponed', memory: { timers: [sooner, later], remindAt: later.dueAt } }))
      .when(away({ returnsOn: '2026-12-04' }))
      .then({ memory: { timers: [{ ...sooner, dueAt: morningOf('2026-12-07') }, later], remindAt: later.dueAt } });
  });

  it('is reminded after days on which nobody works', () => {
    const withHolidays = under({ holidays: ['2026-12-07', '2026-12-08'] }, away({ returnsOn: '2026-12-04' }));
    given(aConversation({ stage: 'postponed', memory: waitingFor('reminder', morningOf('2026-11-30')) }))
      .when(withHolidays)
      .then({ memory: { timers: [{ timer: 'reminder', dueAt: morningOf('2026-12-09') }] } });
  });

  it('keeps the new day when a message comes between', () => {
    const remindAt = morningOf('2026-11-30');
    given(aConversation({ stage: 'postponed', memory: waitingFor('reminder', remindAt, { remindAt }) }))
      .when(away({ returnsOn: '2026-12-04' }))
      .then({ memory: { remindAt: morningOf('2026-12-07') } });
  });

  it('is not written to where nothing was to wake us', () => {
    for (const stage of ['drafting-offer', 'answering', 'handed-over', 'redirected', 'offer-ignored'] as const) {
      given(aConversation({ stage }))
        .when(away({ returnsOn: '2026-12-04' }))
        .then({ stage, effects: [] });
    }
  });

  it('does not wake us again for what has fired', () => {
    given(aConversation({ stage: 'awaiting-reply', memory: waitingFor('demoFollowUp', NOW) }))
      .when(away({ returnsOn: '2026-12-04' }))
      .then({ effects: [] });
  });

  it.each(['2026-11-20', '2099-01-01', 'soon'])(
    'is waited for no differently when the return is on %s',
    (returnsOn) => {
      given(aConversation({ stage: 'awaiting-reply', memory: waitingFor('silence', morningOf('2026-11-30')) }))
        .when(away({ returnsOn }))
        .then({ effects: [] });
    },
  );
});

describe('a substitute whom an absence names', () => {
  const zoya = { address: 'zoya@example.com', standing: 'new' } as const;
  const offer = (...addresses: readonly string[]) => ({
    ...told('substitute', `the contact is away and names ${addresses.join(', ')} to write to meanwhile`),
    addresses,
  });
  const offered = offer('zoya@example.com');

  it('is offered to the operator, once', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(away({}, [zoya]))
      .then({ stage: 'awaiting-reply', effects: [offered], memory: { substitutes: ['zoya@example.com'] } });
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(away({}, [zoya]), away({}, [zoya]))
      .then({ effects: [] });
  });

  it('is written to where the product says so, and the contact stays', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(under({ followSubstitutes: true }, away({}, [zoya])))
      .then({ stage: 'awaiting-reply', effects: [{ type: 'openConversation', address: 'zoya@example.com' }] });
  });

  it.each(['handed-over', 'redirected', 'offer-ignored', 'unreachable'] satisfies Stage[])(
    'is only offered where the agent does not go on by itself (%s)',
    (stage) => {
      given(aConversation({ stage }))
        .when(under({ followSubstitutes: true }, away({}, [zoya])))
        .then({ stage, effects: [offered] });
    },
  );

  it('is only offered when a stranger names them', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when({ ...away({}, [zoya]), senderKnown: false, rules: { ...RULES, followSubstitutes: true } })
      .then({ effects: [offered] });
  });

  it.each(['suppressed', 'in-conversation', 'own', 'no-reply'] as const)('is nobody when %s', (standing) => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(away({}, [{ ...zoya, standing }]))
      .then({ effects: [] });
  });

  it('is only offered when the notes name more than a person would', () => {
    const six = Array.from('abcdef', (name) => `${name}@example.com`);
    const crowd = six.map((address) => ({ ...zoya, address }));
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(under({ followSubstitutes: true }, away({}, crowd)))
      .then({ effects: [offer(...six)] });
    given(aConversation({ stage: 'awaiting-reply', memory: { substitutes: six.slice(1) } }))
      .when(under({ followSubstitutes: true }, away({}, [zoya])))
      .then({ effects: [offered] });
  });

  it('is one of twenty at most that the operator hears of', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ...zoya, address: `z${String(index)}@example.com` }));
    const twenty = many.slice(0, 20).map(({ address }) => address);
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(away({}, many))
      .then({ effects: [offer(...twenty)], memory: { substitutes: twenty } });
    given(aConversation({ stage: 'awaiting-reply', memory: { substitutes: twenty } }))
      .when(away({}, many.slice(20)))
      .then({ effects: [] });
  });

  it('is nobody to a contact who said stop', () => {
    given(aConversation({ stage: 'stopped' }))
      .when(under({ followSubstitutes: true }, away({}, [zoya])))
      .then({ stage: 'stopped', effects: [] });
  });
});

describe("the calendar's answer to our invitation", () => {
  const slot = aBookedSlot(aSlot('2026-11-26', '14:00'));
  const answered = (answer: CalendarAnswer['answer'], uid = 'slot-1') =>
    machineWrote('calendar', { facts: { type: 'calendarReply', answer, uid } });
  const release = { type: 'releaseSlot', uid: 'slot-1' } as const;
  const declined = told('slot-declined', 'the contact declined the invitation to the demo, and its time is free again');
  const demoFollowUp = { timer: 'demoFollowUp', dueAt: morningOf('2026-11-27') } as const;

  it('gives the slot back when it declines, tells the operator and waits for the contact', () => {
    const silence = { type: 'scheduleTimer', timer: 'silence', dueAt: new Date('2026-12-07T07:00:00Z') } as const;
    given(aConversation({ stage: 'in-demo', memory: { slot, timers: [demoFollowUp] } }))
      .when(answered('declined'))
      .then({
        stage: 'awaiting-reply',
        effects: [release, declined, CANCEL_TIMERS, silence],
        memory: { slot: null },
      });
  });

  it('leaves silence to be counted when the letter under way has left', () => {
    given(aConversation({ stage: 'in-demo', memory: { slot, ...awaiting('slot-booked') } }))
      .when(answered('declined'))
      .then({ stage: 'awaiting-reply', effects: [release, declined, CANCEL_TIMERS] });
  });

  it('leaves the agreed day alone', () => {
    const reminder = { timer: 'reminder', dueAt: morningOf('2026-12-15') } as const;
    given(aConversation({ stage: 'postponed', memory: { slot, timers: [reminder, demoFollowUp] } }))
      .when(answered('declined'))
      .then({
        stage: 'postponed',
        effects: [release, declined, CANCEL_TIMERS, { type: 'scheduleTimer', ...reminder }],
        memory: { slot: null, timers: [reminder] },
      });
  });

  it.each(['accepted', 'tentative'] as const)('is noted when it is %s', (answer) => {
    given(aConversation({ stage: 'in-demo', memory: { slot } }))
      .when(answered(answer))
      .then({ stage: 'in-demo', effects: [], memory: { slot } });
  });

  it('is noted when it is not the contact who declines, but somebody the invitation was passed on to', () => {
    given(aConversation({ stage: 'in-demo', memory: { slot } }))
      .when({ ...answered('declined'), senderKnown: false })
      .then({ stage: 'in-demo', effects: [], memory: { slot } });
  });

  it('is noted when it is about another invitation, or about a demo that is over', () => {
    given(aConversation({ stage: 'in-demo', memory: { slot } }))
      .when(answered('declined', 'another'))
      .then({ stage: 'in-demo', effects: [], memory: { slot } });
    const over = aBookedSlot(aSlot('2026-11-20', '14:00'));
    given(aConversation({ stage: 'in-demo', memory: { slot: over } }))
      .when(answered('declined'))
      .then({ stage: 'in-demo', effects: [] });
  });
});
