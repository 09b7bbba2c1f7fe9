import { hasEnoughAnswers } from './answer-limit';
import { comesBack, saysItIsGone } from './bounce-steps';
import { mayBeRepeated, whetherItArrived } from './delivery-trouble';
import type { DeliveryOutcome } from './delivery';
import type { ChatChanged, DeliverySettled, LetterCancelled, LetterRetried, TimerName } from './event';
import { isOpening } from './letter';
import { when } from './machine-setup';
import { declinesSlot } from './machine-steps';
import type { Planner } from './made-once';
import type { Memory } from './memory';
import type { Stage } from './stage';
import { standingSlot } from './standing-slot';
import { readBy, saysStop } from './want';
import { idsAsked, letterAsked } from './what-is-asked';

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

/** A mail reaches nobody, and there is no chat. */
export const hasWrongAddress = when(
  'deliverySettled',
  (_, event) => event.channel === 'email' && reachesNobody(event) && !event.elsewhere,
);

/** The chat is closed to us, and the contact is reached nowhere else. */
export const isCutOff = when(
  ['deliverySettled', 'chatChanged'],
  (memory, event) => closesChat(event) && !isElsewhere(memory, event),
);

/** A channel is closed to us, but there is another. */
export const goesOnElsewhere = when('deliverySettled', losesOneChannel);

export const goesOnElsewhereAfter = when(
  'deliverySettled',
  (memory, event) => losesOneChannel(memory, event) && memory.awaited?.outboxId === event.outboxId,
);

export const joins = when('contactStarted', (_, event) => event.joins);

/** Who said stop is only asked whether we may write again. */
export const saidStop = when('contactStarted', (_, { suppressed }) => suppressed);

export const isAskedAlready = when('contactStarted', ({ askedToResume }) => askedToResume);

/** Nobody who presses on and on is answered on and on. */
export const asksTooOften = when(['contactAsked', 'contactStarted'], hasEnoughAnswers);

export const isRepeatable = when(
  'deliverySettled',
  (memory, event) => !isKeptBack(memory, event) && mayBeRepeated(event),
);

export const clearsUp = when('deliverySettled', wasTheOnlyTrouble);

export const clearsUpBeforeSlot = when(
  'deliverySettled',
  (memory, event) => wasTheOnlyTrouble(memory, event) && standingSlot(memory.slot, event) !== null,
);

export const bouncedForGood = when('machineWrote', saysItIsGone);

export const bouncedIntoChat = when('machineWrote', (memory, event) => event.elsewhere && saysItIsGone(memory, event));

export const isRetriedInVain = when('letterRetried', isKeptBack);

export const comesBackByMail = when('operatorResumed', comesBack);

export const declinesDemo = when('machineWrote', declinesSlot);

/** The guard keeps every letter from an address that letters come back from. */
export const isKeptFromBouncing = when(
  'deliverySettled',
  ({ bounced }, { settlement }) => bounced && settlement.outcome === 'withheld',
);

export const isBounced = when(['operatorReplied', 'operatorReleased', 'deliverySettled'], ({ bounced }) => bounced);

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

function closesChat(event: DeliverySettled | ChatChanged): boolean {
  if (event.type === 'chatChanged') return event.change === 'blocked';
  return event.channel === 'telegram' && reachesNobody(event);
}

function reachesNobody({ settlement }: DeliverySettled): boolean {
  return settlement.outcome === 'rejected' && settlement.because === 'address';
}

/** For a mail that is a chat, for a chat an e-mail address that no letters come back from. */
function isElsewhere(memory: Memory, event: DeliverySettled | ChatChanged): boolean {
  const isMail = event.type === 'deliverySettled' && event.channel === 'email';
  return event.elsewhere && (isMail || !comesBack(memory));
}

/** The guard keeps what is still on its way to an address that was given up. */
function losesOneChannel(memory: Memory, event: DeliverySettled): boolean {
  const isWithheld = event.settlement.outcome === 'withheld' && event.channel === 'email' && memory.emailGivenUp;
  return isWithheld || (reachesNobody(event) && isElsewhere(memory, event));
}

/** Nothing leaves while letters come back, no mail while they are written in a chat instead. */
function isKeptBack({ bounced, emailGivenUp }: Memory, { channel }: DeliverySettled | LetterRetried): boolean {
  return bounced || (emailGivenUp && channel === 'email');
}

/** What may be a stop is still read when nobody waits for its other wishes. */
function isWaitedFor(memory: Memory, { messageId }: { readonly messageId: string }): boolean {
  return memory.unread.includes(messageId) || idsAsked(memory).includes(messageId);
}

function hasArrived({ awaited }: Memory, { settlement, outboxId }: DeliverySettled): boolean {
  return settlement.outcome === 'sent' && awaited?.outboxId === outboxId;
}

function wasTheOnlyTrouble({ handedOverBecause }: Memory, event: DeliverySettled): boolean {
  return event.settlement.outcome === 'sent' && handedOverBecause === whetherItArrived(event);
}
