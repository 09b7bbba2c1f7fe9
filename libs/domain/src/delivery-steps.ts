import { whyNotDelivered } from './delivery-trouble';
import type { DeliverySettled, DraftApproved, DraftRejected, LetterCancelled, LetterRetried } from './event';
import type { Memory } from './memory';
import { handOver, withReason, WROTE_SINCE, type Step } from './plan';
import { waitForContact } from './plan-rest';

const NOTHING: Step = { effects: [], memory: {} };

/** The letter failed for good, and a person has to go on. */
export function giveUndelivered(memory: Memory, event: DeliverySettled): Step {
  const { effects, memory: handedOver } = handOver(whyNotDelivered(event));
  const known = { ...memory, ...handedOver };
  // With a message unread more is left for a person than to find out about the letter.
  const handedOverBecause = memory.unread.length > 0 ? withReason(known, WROTE_SINCE) : known.handedOverBecause;
  return { effects, memory: { ...handedOver, ...forgetLetter(memory, event).memory, handedOverBecause } };
}

/** A person has the conversation already, and gets one reason more. */
export function giveUndeliveredToo(memory: Memory, event: DeliverySettled): Step {
  const handedOverBecause = withReason(memory, whyNotDelivered(event));
  return { effects: [], memory: { ...forgetLetter(memory, event).memory, handedOverBecause } };
}

export function repeatLetter(_memory: Memory, { outboxId }: DeliverySettled): Step {
  return { effects: [{ type: 'repeatMessage', outboxId }], memory: {} };
}

export function forgetLetter(memory: Memory, { outboxId }: { readonly outboxId: string }): Step {
  return memory.awaited?.outboxId === outboxId ? { effects: [], memory: { awaited: null } } : NOTHING;
}

export function approveDraft(_memory: Memory, { outboxId, text }: DraftApproved): Step {
  return { effects: [{ type: 'approveDraft', outboxId, ...(text === undefined ? {} : { text }) }], memory: {} };
}

export function takeBack(memory: Memory, { outboxId }: DraftRejected | LetterCancelled): Step {
  return { effects: [{ type: 'withdrawMessage', outboxId }], memory: forgetLetter(memory, { outboxId }).memory };
}

/** What the operator took out of the agent's hands is the operator's. */
export function takeBackAndHandOver(memory: Memory, event: DraftRejected | LetterCancelled): Step {
  const taken = takeBack(memory, event);
  const plan = handOver(
    event.type === 'draftRejected' ? `the draft was rejected: ${event.because}` : 'the operator took the letter back',
  );
  return { effects: [...taken.effects, ...plan.effects], memory: { ...taken.memory, ...plan.memory } };
}

/** It goes out once more, and is waited for as if it had just been written. */
export function retryLetter(_memory: Memory, { outboxId, letters }: LetterRetried): Step {
  return { effects: [{ type: 'repeatMessage', outboxId }], memory: { awaited: { outboxId, letters } } };
}

/** The same where a person has the conversation, or nobody: the agent goes on with it. */
export function resumeWithLetter(memory: Memory, event: LetterRetried): Step {
  const { effects, memory: retried } = retryLetter(memory, event);
  return {
    effects: [{ type: 'cancelTimers' }, ...effects],
    memory: { ...retried, wants: [], unread: [], handedOverBecause: null },
  };
}

/** It did arrive after all, and nothing else is left for a person to do. */
export function clearUp(memory: Memory, event: DeliverySettled): Step {
  const { effects, memory: waiting } = waitForContact(memory, event);
  return { effects, memory: { ...waiting, handedOverBecause: null } };
}
