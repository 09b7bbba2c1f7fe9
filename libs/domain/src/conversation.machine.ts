import { setup } from 'xstate';
import type { EffectBody } from './effect';
import type { ConversationEvent, DeliverySettled, TimerName } from './event';
import { areReplaceable, type Letter } from './letter';
import type { Memory } from './memory';
import { mayBeRepeated, whetherItArrived, whyNotDelivered } from './delivery-trouble';
import { planAnswer } from './plan-answer';
import type { Stage } from './stage';
import { wantsAfter } from './want';
import { daysAfter, workingDayAfter } from './working-time';

/** A replay decides the same only under the version its turns were made with. */
export const MACHINE_VERSION = 1;

const machine = setup({
  types: {} as { context: Memory; events: ConversationEvent },
  // Effects leave the machine as this action's parameters; nothing runs inside it.
  actions: { effect: (_, _body: EffectBody) => undefined },
  guards: {
    leadsTo: ({ context, event }, stage: Stage) =>
      event.type === 'messageUnderstood' && planAnswer(context, event).stage === stage,
    othersUnread: ({ context, event }) =>
      event.type === 'messageUnderstood' && context.unread.some((id) => id !== event.messageId),
    asksToStop: ({ event }) =>
      event.type === 'messageUnderstood' && event.reading.intents.some(({ type }) => type === 'stop'),
    isAwaited: ({ context, event }) =>
      event.type === 'deliverySettled' &&
      event.settlement.outcome === 'sent' &&
      event.outboxId === context.awaited?.outboxId,
    ended: ({ event }, outcome: DeliverySettled['settlement']['outcome']) =>
      event.type === 'deliverySettled' && event.settlement.outcome === outcome,
    hasWrongAddress: ({ event }) =>
      event.type === 'deliverySettled' &&
      event.settlement.outcome === 'rejected' &&
      event.settlement.because === 'address',
    mayBeRepeated: ({ event }) => event.type === 'deliverySettled' && mayBeRepeated(event),
    clearsUp: ({ context, event }) =>
      event.type === 'deliverySettled' &&
      event.settlement.outcome === 'sent' &&
      context.handedOverBecause === whetherItArrived(event),
    bouncedForGood: ({ event }) => event.type === 'machineWrote' && event.kind === 'bounce_hard',
    isTimer: ({ event }, timer: TimerName) => event.type === 'timerFired' && event.timer === timer,
  },
});

/** In the turn, and nothing follows: without any action an event would count as one that has no meaning here. */
const noted = machine.assign({});

const read = machine.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== 'contactWrote') return;
  const { awaited } = context;
  const replaced = awaited && event.answerReplaceable && areReplaceable(awaited.letters) ? awaited : null;
  if (replaced) enqueue({ type: 'effect', params: { type: 'withdrawMessage', outboxId: replaced.outboxId } });
  enqueue({
    type: 'effect',
    params: { type: 'understandMessage', messageId: event.messageId, senderKnown: event.senderKnown },
  });
  enqueue.assign({
    awaited: replaced ? null : awaited,
    wants: replaced || context.unread.length > 0 ? context.wants : [],
    unread: [...context.unread, event.messageId],
  });
});

const cameFrom = (stage: Stage) => machine.assign({ cameFrom: stage, missedTimer: false });

const collect = machine.assign(({ context, event }) => {
  if (event.type !== 'messageUnderstood') return {};
  const unread = context.unread.filter((id) => id !== event.messageId);
  return { unread, wants: wantsAfter(context.wants, event) };
});

const carryOutPlan = machine.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== 'messageUnderstood') return;
  const plan = planAnswer(context, event);
  for (const effect of plan.effects) enqueue({ type: 'effect', params: effect });
  enqueue.assign({ unread: [], ...plan.memory });
});

const stopAtOperatorsWord = machine.enqueueActions(({ enqueue }) => {
  enqueue({ type: 'effect', params: { type: 'suppress', because: 'operator-asked' } });
  enqueue({ type: 'effect', params: { type: 'cancelMessages' } });
  enqueue({ type: 'effect', params: { type: 'cancelTimers' } });
  enqueue.assign({ wants: [], unread: [], awaited: null });
});

const cancelEverything = machine.enqueueActions(({ enqueue }) => {
  enqueue({ type: 'effect', params: { type: 'cancelMessages' } });
  enqueue({ type: 'effect', params: { type: 'cancelTimers' } });
  enqueue.assign({ wants: [], awaited: null });
});

const countSilence = machine.enqueueActions(({ event, enqueue }) => {
  const dueAt = daysAfter(event.at, event.rules.offerIgnoredAfterDays);
  enqueue({ type: 'effect', params: { type: 'cancelTimers' } });
  enqueue({ type: 'effect', params: { type: 'scheduleTimer', timer: 'silence', dueAt } });
  enqueue.assign({ awaited: null });
});

const followUpTheDemo = machine.enqueueActions(({ event, enqueue }) => {
  const dueAt = workingDayAfter(event.at, event.rules.demoFollowUpAfterDays, event.rules);
  enqueue({ type: 'effect', params: { type: 'scheduleTimer', timer: 'demoFollowUp', dueAt } });
  enqueue.assign({ awaited: null });
});

const forgetAwaited = machine.assign({ awaited: null });

const repeat = machine.enqueueActions(({ event, enqueue }) => {
  if (event.type !== 'deliverySettled') return;
  enqueue({ type: 'effect', params: { type: 'repeatMessage', outboxId: event.outboxId } });
});

const giveToPerson = machine.enqueueActions(({ event, enqueue }) => {
  if (event.type !== 'deliverySettled') return;
  enqueue({ type: 'effect', params: { type: 'cancelTimers' } });
  enqueue.assign({ awaited: null, handedOverBecause: whyNotDelivered(event) });
});

const write = (letter: Letter) => ({ type: 'effect', params: { type: 'sendMessage', letters: [letter] } }) as const;

const open = machine.enqueueActions(({ event, enqueue }) => {
  if (event.type !== 'conversationOpened') return;
  const letter = event.referred ? 'referral-opening' : 'opening';
  enqueue({ type: 'effect', params: { type: 'sendMessage', letters: [letter] } });
});

const writeForOperator = machine.enqueueActions(({ event, enqueue }) => {
  if (event.type !== 'operatorReplied') return;
  enqueue({ type: 'effect', params: { type: 'cancelTimers' } });
  enqueue({ type: 'effect', params: { type: 'sendMessage', letters: ['operator-reply'], text: event.text } });
  enqueue.assign({ wants: [], unread: [], handedOverBecause: null });
});

const release = machine.assign({ wants: [], handedOverBecause: null });

/** Where a reading can lead. Guards are tried in this order; a stop never waits for the other messages of a burst. */
const answered = [
  { guard: { type: 'leadsTo', params: 'stopped' }, target: 'stopped', actions: carryOutPlan },
  { guard: 'othersUnread', actions: collect },
  ...(
    [
      'handed-over',
      'redirected',
      'postponed',
      'in-demo',
      'awaiting-colleague',
      'answering',
      'drafting-offer',
      'awaiting-reply',
    ] as const
  ).map((stage) => ({
    guard: { type: 'leadsTo', params: stage } as const,
    target: stage,
    actions: carryOutPlan,
  })),
] as const;

/** How a letter can fail, in every stage but `stopped`. */
const troubles = [
  { guard: { type: 'ended', params: 'withheld' }, target: 'stopped', actions: cancelEverything },
  { guard: 'hasWrongAddress', target: 'unreachable', actions: cancelEverything },
  { guard: { type: 'ended', params: 'rejected' }, target: 'handed-over', actions: giveToPerson },
  { guard: 'mayBeRepeated', actions: repeat },
  { guard: { type: 'ended', params: 'uncertain' }, target: 'handed-over', actions: giveToPerson },
] as const;

/** What has the same meaning in every stage but `stopped`. */
const anywhere = {
  deliverySettled: [...troubles, { guard: 'isAwaited', actions: forgetAwaited }, { actions: noted }],
  machineWrote: [{ guard: 'bouncedForGood', target: 'unreachable', actions: cancelEverything }, { actions: noted }],
  // A reading that comes late is of no use any more, unless it is a stop.
  messageUnderstood: { guard: 'asksToStop', target: 'stopped', actions: carryOutPlan },
  operatorReplied: { target: 'awaiting-reply', actions: writeForOperator },
  operatorStopped: { target: 'stopped', actions: stopAtOperatorsWord },
} as const;

const understandFrom = (stage: Stage) => ({ target: 'understanding', actions: [cameFrom(stage), read] }) as const;

const silenceIsAnswer = {
  guard: { type: 'isTimer', params: 'silence' },
  target: 'offer-ignored',
} as const;

/** The statechart of DESIGN's table. Used as a pure library: `transition()` only, no actors, no `after`. */
export const conversationMachine = machine.createMachine({
  id: 'conversation',
  initial: 'drafting-offer',
  context: ({ input }) => input as Memory,
  states: {
    'drafting-offer': {
      on: {
        ...anywhere,
        conversationOpened: { actions: open },
        contactWrote: understandFrom('drafting-offer'),
        deliverySettled: [
          ...troubles,
          { guard: 'isAwaited', target: 'awaiting-reply', actions: countSilence },
          { actions: noted },
        ],
      },
    },
    'awaiting-reply': {
      on: {
        ...anywhere,
        contactWrote: understandFrom('awaiting-reply'),
        deliverySettled: [...troubles, { guard: 'isAwaited', actions: countSilence }, { actions: noted }],
        timerFired: silenceIsAnswer,
      },
    },
    understanding: {
      on: {
        ...anywhere,
        contactWrote: { actions: read },
        messageUnderstood: answered,
        timerFired: { actions: machine.assign({ missedTimer: true }) },
      },
    },
    answering: {
      on: {
        ...anywhere,
        contactWrote: understandFrom('answering'),
        deliverySettled: [
          ...troubles,
          { guard: 'isAwaited', target: 'awaiting-reply', actions: countSilence },
          { actions: noted },
        ],
      },
    },
    postponed: {
      on: {
        ...anywhere,
        contactWrote: understandFrom('postponed'),
        timerFired: {
          guard: { type: 'isTimer', params: 'reminder' },
          target: 'awaiting-reply',
          actions: write('reminder'),
        },
      },
    },
    'awaiting-colleague': {
      on: {
        ...anywhere,
        contactWrote: understandFrom('awaiting-colleague'),
        deliverySettled: [...troubles, { guard: 'isAwaited', actions: countSilence }, { actions: noted }],
        timerFired: silenceIsAnswer,
      },
    },
    'in-demo': {
      on: {
        ...anywhere,
        contactWrote: understandFrom('in-demo'),
        deliverySettled: [...troubles, { guard: 'isAwaited', actions: followUpTheDemo }, { actions: noted }],
        timerFired: {
          guard: { type: 'isTimer', params: 'demoFollowUp' },
          target: 'awaiting-reply',
          actions: write('demo-follow-up'),
        },
      },
    },
    'handed-over': {
      on: {
        ...anywhere,
        // Read only for a stop; the rest waits for the person.
        contactWrote: { actions: read },
        messageUnderstood: [anywhere.messageUnderstood, { actions: collect }],
        deliverySettled: [
          ...troubles,
          // It did arrive after all, and nothing else is left for a person to do.
          { guard: 'clearsUp', target: 'awaiting-reply', actions: [release, countSilence] },
          { guard: 'isAwaited', actions: forgetAwaited },
          { actions: noted },
        ],
        operatorReleased: { target: 'awaiting-reply', actions: [release, countSilence] },
      },
    },
    redirected: { on: { ...anywhere, contactWrote: understandFrom('redirected') } },
    'offer-ignored': { on: { ...anywhere, contactWrote: understandFrom('offer-ignored') } },
    unreachable: { on: { ...anywhere, contactWrote: understandFrom('unreachable') } },
    stopped: {},
  },
});
