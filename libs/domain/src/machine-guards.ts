import { letterAsked, messagesAsked } from './what-is-asked';
import { saysItIsGone } from './bounce-steps';
import { mayBeRepeated, whetherItArrived } from './delivery-trouble';
import type { DeliveryOutcome } from './delivery';
import type { DeliverySettled, LetterCancelled, LetterRetried, TimerName } from './event';
import { isOpening } from './letter';
import { when } from './machine-setup';
import { declinesSlot } from './machine-steps';
import type { Planner } from './made-once';
import type { Memory } from './memory';
import type { Stage } from './stage';
import { standingSlot } from './standing-slot';
import { readBy, saysStop } from './want';

/** A reading leads where its plan says; one that nobody waits for any more leads nowhere. */
export const leadsTo = (stage: Stage, plan: Planner) =>
  when('messageUnderstood', (memory, event) => isWaitedFor(memory, event) && plan(memory, event).stage === stage);

export const othersAreUnread = when(
  'messageUnderstood',
  (memory, event) => isWaitedFor(memory, event) && memory.unread.some((id) => !readBy(event).includes(id)),
);

export const isRead = when(['messageUnderstood', 'readingFailed', 'readingUnsure'], isWaitedFor);

/** What came of a job counts only while it is waited for. */
export const isAsked = when(['modelAnswerRejected', 'modelFailed'], ({ asked }, { jobId }) => asked?.jobId === jobId);

export const isDrafted = when(
  'answerDrafted',
  (memory, { jobId }) => memory.asked?.jobId === jobId && letterAsked(memory) !== null,
);

export const mayAskAgain = when(
  'modelAnswerRejected',
  ({ asked }, { jobId, rules }) => asked?.jobId === jobId && asked.request.attempt === 1 && rules.model !== null,
);

export const isUnansweredInTime = when(
  'timerFired',
  ({ asked }, { timer, at }) => timer === 'modelDeadline' && asked !== null && asked.request.dueAt <= at,
);

export const isNoDeadline = when('timerFired', (_, { timer }) => timer !== 'modelDeadline');

export const asksToStop = when('messageUnderstood', (_, event) => saysStop(event));

export const strangerAsksToStop = when('messageUnderstood', (_, event) => saysStop(event) && !event.senderKnown);

export const isTimer = (timer: TimerName) => when('timerFired', (_, event) => event.timer === timer);

export const mayFollowUp = when(
  'timerFired',
  ({ followUps }, { timer, rules }) => timer === 'silence' && followUps < rules.followUps,
);

export const arrived = when('deliverySettled', hasArrived);

export const arrivedBeforeSlot = when(
  'deliverySettled',
  (memory, event) => hasArrived(memory, event) && standingSlot(memory.slot, event) !== null,
);

export const ended = (outcome: DeliveryOutcome) =>
  when('deliverySettled', (_, { settlement }) => settlement.outcome === outcome);

export const hasWrongAddress = when(
  'deliverySettled',
  (_, { settlement }) => settlement.outcome === 'rejected' && settlement.because === 'address',
);

export const isRepeatable = when('deliverySettled', ({ bounced }, event) => !bounced && mayBeRepeated(event));

export const clearsUp = when('deliverySettled', wasTheOnlyTrouble);

export const clearsUpBeforeSlot = when(
  'deliverySettled',
  (memory, event) => wasTheOnlyTrouble(memory, event) && standingSlot(memory.slot, event) !== null,
);

export const bouncedForGood = when('machineWrote', saysItIsGone);

export const declinesDemo = when('machineWrote', declinesSlot);

/** The guard keeps every letter from an address that letters come back from. */
export const isKeptFromBouncing = when(
  'deliverySettled',
  ({ bounced }, { settlement }) => bounced && settlement.outcome === 'withheld',
);

export const isBounced = when(
  ['operatorReplied', 'operatorReleased', 'operatorResumed', 'letterRetried', 'deliverySettled'],
  ({ bounced }) => bounced,
);

export const beforeSlot = when(
  ['operatorReplied', 'operatorReleased'],
  ({ slot }, event) => standingSlot(slot, event) !== null,
);

/** A bot cannot write before the contact has pressed Start. */
export const isNotStarted = when(
  ['operatorReplied', 'operatorReleased', 'contactStarted'],
  ({ cameFrom }) => cameFrom === 'awaiting-start',
);

export const isAwaited = when(
  'letterCancelled',
  ({ awaited }, { outboxId }: LetterCancelled) => awaited?.outboxId === outboxId,
);

export const opens = when('letterRetried', (_, { letters }: LetterRetried) => letters.some(isOpening));

/** What may be a stop is still read when nobody waits for its other wishes. */
function isWaitedFor(memory: Memory, { messageId }: { readonly messageId: string }): boolean {
  return memory.unread.includes(messageId) || messagesAsked(memory).some((asked) => asked.messageId === messageId);
}

function hasArrived({ awaited }: Memory, { settlement, outboxId }: DeliverySettled): boolean {
  return settlement.outcome === 'sent' && awaited?.outboxId === outboxId;
}

function wasTheOnlyTrouble({ handedOverBecause }: Memory, event: DeliverySettled): boolean {
  return event.settlement.outcome === 'sent' && handedOverBecause === whetherItArrived(event);
}
