import {
  aBookedSlot,
  aConversation,
  aSlot,
  awaiting,
  contactWrote,
  demoBySlot,
  given,
  messageUnderstood,
  NOW,
  operatorStopped,
  redirectTo,
  settled,
  timerFired,
  told,
  under,
} from './testing/builders';
import { daysAfter } from './working-time';

const CANCEL_TIMERS = { type: 'cancelTimers' } as const;
const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const TUESDAY = aSlot('2026-11-24', '12:00');
const THURSDAY = aSlot('2026-11-26', '14:00');
const FRIDAY = aSlot('2026-11-27', '11:00');
const FREE = [TUESDAY, THURSDAY, FRIDAY];
const followUpOn = (day: string) =>
  ({ type: 'scheduleTimer', timer: 'demoFollowUp', dueAt: new Date(`${day}T07:00:00Z`) }) as const;
const BOOKED = aBookedSlot(THURSDAY);
const booked = aConversation({ stage: 'understanding', memory: { cameFrom: 'in-demo', slot: BOOKED } });
const offered = aConversation({ stage: 'understanding', memory: { cameFrom: 'in-demo', offered: FREE } });

describe('a contact who wants a trial', () => {
  it('gets the access with a code of their own, and a follow-up some days after it left', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'demo' }], accessCode: 'A1B2' }))
      .then({
        stage: 'in-demo',
        effects: [
          CANCEL_TIMERS,
          { type: 'giveAccessCode', code: 'A1B2' },
          { type: 'sendMessage', letters: ['demo-access'], answers: 'message-1', code: 'A1B2' },
        ],
      });
    given(aConversation({ stage: 'in-demo', memory: awaiting('demo-access') }))
      .when(settled({ outcome: 'sent' }, { letters: ['demo-access'] }))
      .then({ stage: 'in-demo', effects: [CANCEL_TIMERS, followUpOn('2026-11-26')] });
  });

  it('is asked about it afterwards, once', () => {
    given(aConversation({ stage: 'in-demo' }))
      .when(timerFired('demoFollowUp'))
      .then({ stage: 'awaiting-reply', effects: [{ type: 'sendMessage', letters: ['demo-follow-up'] }] });
  });

  it('is given to a person when no code is left, who is told why', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(messageUnderstood({ intents: [{ type: 'demo' }] }))
      .then({ stage: 'handed-over', effects: [CANCEL_TIMERS, told('handed-over', 'no access code is left')] });
  });

  it('and says thanks is still asked about it, though the access left while the thanks were read', () => {
    given(aConversation({ stage: 'in-demo', memory: awaiting('demo-access') }))
      .when(
        contactWrote(),
        settled({ outcome: 'sent' }, { letters: ['demo-access'] }),
        messageUnderstood({ intents: [{ type: 'acknowledged' }] }),
      )
      .then({ stage: 'in-demo', effects: [CANCEL_TIMERS, followUpOn('2026-11-26')] });
  });
});

describe('a contact who wants a demo at a time', () => {
  it('and names none is offered three, and waited for', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(demoBySlot({}, { freeSlots: FREE }))
      .then({
        stage: 'in-demo',
        effects: [CANCEL_TIMERS, { type: 'sendMessage', letters: ['demo-slots'], answers: 'message-1', slots: FREE }],
        memory: { offered: FREE, slot: null },
      });
    given(aConversation({ stage: 'in-demo', memory: { ...awaiting('demo-slots'), offered: FREE } }))
      .when(settled({ outcome: 'sent' }, { letters: ['demo-slots'] }))
      .then({ stage: 'in-demo', effects: [CANCEL_TIMERS, SILENCE] });
  });

  it('and picks none of them has ignored the offer', () => {
    given(aConversation({ stage: 'in-demo', memory: { offered: FREE } }))
      .when(timerFired('silence'))
      .then({ stage: 'offer-ignored', effects: [] });
  });

  it('and picks the second has it, and is asked about it the next working day', () => {
    const slot = { ...THURSDAY, uid: 'event-1', sequence: 0 };
    given(offered)
      .when(demoBySlot({ choice: 2 }, { freeSlots: [THURSDAY, TUESDAY], wishFits: true }))
      .then({
        stage: 'in-demo',
        effects: [
          CANCEL_TIMERS,
          { type: 'bookSlot', slot },
          { type: 'sendMessage', letters: ['slot-booked'], answers: 'message-1', slot },
          followUpOn('2026-11-27'),
        ],
        memory: { slot, offered: [] },
      });
  });

  it('and picks one that another took meanwhile is offered others', () => {
    given(offered)
      .when(demoBySlot({ choice: 2 }, { freeSlots: [TUESDAY, FRIDAY] }))
      .then({ stage: 'in-demo', memory: { offered: [TUESDAY, FRIDAY], slot: null } });
  });

  it('and picks one that was never offered is offered what there is', () => {
    given(offered)
      .when(demoBySlot({ choice: 7 }, { freeSlots: FREE }))
      .then({ memory: { offered: FREE, slot: null } });
  });

  it('and wishes for Thursday after two has Thursday at two', () => {
    const wish = { from: THURSDAY.startsAt, to: new Date('2026-11-26T21:00:00Z') };
    given(aConversation({ stage: 'understanding' }))
      .when(demoBySlot({ wish }, { freeSlots: [THURSDAY, TUESDAY], wishFits: true }))
      .then({ stage: 'in-demo', memory: { slot: { ...THURSDAY, uid: 'event-1', sequence: 0 } } });
  });

  it('and wishes for a time that is no time is offered what there is', () => {
    const wish = { from: new Date(NaN), to: new Date(NaN) };
    given(aConversation({ stage: 'understanding' }))
      .when(demoBySlot({ wish }, { freeSlots: FREE }))
      .then({ memory: { offered: FREE } });
  });

  it('when no time is free is given to a person, who is told why', () => {
    given(aConversation({ stage: 'understanding' }))
      .when(demoBySlot({}))
      .then({ stage: 'handed-over', effects: [CANCEL_TIMERS, told('handed-over', 'no time is free for a demo')] });
  });
});

describe('a contact who has a slot', () => {
  const friday = { from: FRIDAY.startsAt, to: FRIDAY.endsAt };

  it('and wants another has that one: the same invitation, moved', () => {
    const moved = { ...FRIDAY, uid: 'slot-1', sequence: 1 };
    given(booked)
      .when(demoBySlot({ wish: friday }, { freeSlots: [FRIDAY], wishFits: true }))
      .then({
        stage: 'in-demo',
        effects: [
          CANCEL_TIMERS,
          { type: 'bookSlot', slot: moved },
          { type: 'sendMessage', letters: ['slot-booked'], answers: 'message-1', slot: moved },
          followUpOn('2026-11-30'),
        ],
      });
  });

  it('and wants another that is not free keeps it until they picked one that is', () => {
    const saturday = { from: new Date('2026-11-28T00:00:00Z'), to: new Date('2026-11-29T00:00:00Z') };
    given(booked)
      .when(demoBySlot({ wish: saturday }, { freeSlots: FREE }))
      .then({ stage: 'in-demo', memory: { slot: BOOKED, offered: FREE } });
    given(aConversation({ stage: 'understanding', memory: { slot: BOOKED, offered: FREE } }))
      .when(demoBySlot({ choice: 3 }, { freeSlots: [FRIDAY], wishFits: true }))
      .then({ memory: { slot: { ...FRIDAY, uid: 'slot-1', sequence: 1 }, offered: [] } });
  });

  it('and asks for it once more is told of it once more', () => {
    const thursday = { from: new Date('2026-11-26T00:00:00Z'), to: new Date('2026-11-27T00:00:00Z') };
    given(booked)
      .when(demoBySlot({ wish: thursday }, { freeSlots: [aSlot('2026-11-26', '10:00')], wishFits: true }))
      .then({
        effects: [
          CANCEL_TIMERS,
          { type: 'sendMessage', letters: ['slot-booked'], answers: 'message-1', slot: BOOKED },
          followUpOn('2026-11-27'),
        ],
        memory: { slot: BOOKED },
      });
  });

  it('and calls it off gives it back, and gets the cancellation', () => {
    given(booked)
      .when(demoBySlot({ cancels: true }))
      .then({
        stage: 'awaiting-reply',
        effects: [
          CANCEL_TIMERS,
          { type: 'releaseSlot', uid: 'slot-1' },
          {
            type: 'sendMessage',
            letters: ['slot-cancelled'],
            answers: 'message-1',
            slot: { ...BOOKED, sequence: 1 },
          },
        ],
        memory: { slot: null },
      });
  });

  it('and asks something in between is answered, and the demo still followed up', () => {
    given(booked)
      .when(messageUnderstood({ intents: [{ type: 'question' }], passages: ['a#1'] }))
      .then({
        stage: 'in-demo',
        effects: [
          CANCEL_TIMERS,
          { type: 'sendMessage', letters: ['answer'], answers: 'message-1', passages: ['a#1'] },
          followUpOn('2026-11-27'),
        ],
      });
  });

  it('and asks us to come back later keeps it, and is reminded too', () => {
    const until = new Date('2027-01-10T21:00:00Z');
    given(booked)
      .when(messageUnderstood({ intents: [{ type: 'postpone', until }] }))
      .then({
        stage: 'postponed',
        effects: [
          CANCEL_TIMERS,
          {
            type: 'sendMessage',
            letters: ['postpone-agreed'],
            answers: 'message-1',
            date: new Date('2027-01-11T07:00:00Z'),
          },
          { type: 'scheduleTimer', timer: 'reminder', dueAt: new Date('2027-01-11T07:00:00Z') },
          followUpOn('2026-11-27'),
        ],
      });
    given(aConversation({ stage: 'postponed', memory: { slot: BOOKED } }))
      .when(timerFired('demoFollowUp'))
      .then({ stage: 'postponed', effects: [{ type: 'sendMessage', letters: ['demo-follow-up'] }] });
  });

  it('and points to a colleague gives it back, and gets the cancellation', () => {
    given(booked)
      .when(messageUnderstood(redirectTo({ address: 'petr@example.com', standing: 'new' })))
      .then({
        stage: 'redirected',
        effects: [
          CANCEL_TIMERS,
          { type: 'releaseSlot', uid: 'slot-1' },
          { type: 'openConversation', address: 'petr@example.com' },
          {
            type: 'sendMessage',
            letters: ['slot-cancelled', 'redirect-thanks'],
            answers: 'message-1',
            slot: { ...BOOKED, sequence: 1 },
          },
        ],
        memory: { slot: null },
      });
  });

  it.each([
    ['says stop', messageUnderstood({ intents: [{ type: 'stop' }] })],
    ['is stopped by the operator', operatorStopped()],
    ['cannot be reached any more', settled({ outcome: 'rejected', because: 'address' })],
  ])('and %s gives it back without a word', (_, event) => {
    given(booked)
      .when(event)
      .then({ memory: { slot: null } });
  });

  it('and wants a time around one that is over is offered others', () => {
    const over = aBookedSlot(aSlot('2026-11-23', '08:00'));
    const wish = { from: daysAfter(NOW, -7), to: daysAfter(NOW, 7) };
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'in-demo', slot: over } }))
      .when(demoBySlot({ wish }, { freeSlots: FREE }))
      .then({ memory: { offered: FREE } });
  });

  it('cannot call it off once it is over', () => {
    const over = aBookedSlot(aSlot('2026-11-23', '08:00'));
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'in-demo', slot: over } }))
      .when(demoBySlot({ cancels: true }))
      .then({ stage: 'in-demo', effects: [CANCEL_TIMERS, followUpOn('2026-11-24')] });
  });
});

describe('a contact who calls off a demo they do not have', () => {
  it('is waited for', () => {
    given(offered)
      .when(demoBySlot({ cancels: true }))
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE], memory: { offered: [] } });
  });

  it('is reminded on the day agreed', () => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'postponed' } }))
      .when(under({ demo: 'access' }, demoBySlot({ cancels: true })))
      .then({ stage: 'postponed', effects: [] });
  });
});
