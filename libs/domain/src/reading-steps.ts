import type { ContactWrote, MessageUnderstood, OperatorTookOver, OperatorWrote, ReadingFailed } from './event';
import { letterAsked } from './what-is-asked';
import { hearFrom } from './bounce-steps';
import { areReplaceable } from './letter';
import type { SendMessage } from './send-message';
import type { Memory } from './memory';
import { handOver, withReason, WROTE_SINCE, type Plan, type Step } from './plan';
import { readBy, wantsAfter } from './want';

/** The message is read, and replaces the answer that has not begun to leave. */
export function readMessage(memory: Memory, event: ContactWrote): Step {
  const heard = hearFrom(memory, event);
  const taken = withdrawAnswer(memory, event);
  const read = readAside(memory, event);
  const drafted = letterAsked(memory);
  const isOneBurst = taken.effects.length > 0 || memory.unread.length > 0 || drafted !== null;
  const forgotten = drafted && asksForColleague(drafted) ? { askedForColleague: false } : {};
  return {
    effects: [...heard.effects, ...taken.effects, ...read.effects],
    memory: { ...heard.memory, ...taken.memory, ...forgotten, ...read.memory, wants: isOneBurst ? memory.wants : [] },
  };
}

/** The message is read, and whatever is on its way stays so. */
export function readAside(memory: Memory, { messageId, senderKnown }: ContactWrote): Step {
  return {
    effects: [{ type: 'understandMessage', messageId, senderKnown }],
    memory: { unread: [...memory.unread, messageId], followUps: 0 },
  };
}

/** The same after a stop, which covers every address: where they wrote from counts once it is lifted. */
export function readAfterStop(memory: Memory, event: ContactWrote): Step {
  const read = readAside(memory, event);
  return { effects: read.effects, memory: { ...hearFrom(memory, event).memory, ...read.memory } };
}

/** A person has the conversation: they see that more has come. */
export function readForPerson(memory: Memory, event: ContactWrote): Step {
  const heard = hearFrom(memory, event);
  const read = readAside(memory, event);
  return {
    effects: [...heard.effects, ...read.effects],
    memory: { ...heard.memory, ...read.memory, handedOverBecause: withReason(memory, WROTE_SINCE) },
  };
}

/** The awaited letter is taken back where it still can be and can be decided anew. */
export function withdrawAnswer(
  { awaited, askedForColleague, answered }: Memory,
  { answerReplaceable }: ContactWrote | OperatorWrote | OperatorTookOver,
): Step {
  if (!awaited || !answerReplaceable || !areReplaceable(awaited.letters)) return { effects: [], memory: {} };
  return {
    effects: [{ type: 'withdrawMessage', outboxId: awaited.outboxId }],
    memory: {
      awaited: null,
      askedForColleague: askedForColleague && !asksForColleague(awaited),
      answered: answered.filter(({ outboxId }) => outboxId !== awaited.outboxId),
    },
  };
}

/** What it says is kept until the rest of the burst is read. */
export function keepForTheRest(memory: Memory, event: MessageUnderstood): Step {
  return { effects: [], memory: { ...tickOff(memory, event).memory, wants: wantsAfter(memory.wants, event) } };
}

/** The message is read, and nothing follows. */
export function tickOff({ unread }: Memory, event: MessageUnderstood | ReadingFailed): Step {
  const read = readBy(event);
  return { effects: [], memory: { unread: unread.filter((id) => !read.includes(id)) } };
}

/** The rest of a burst is still read: it may say stop. */
export function giveUnreadable(memory: Memory, event: ReadingFailed): Plan {
  const plan = handOver(`the message could not be read: ${event.because}`);
  return { ...plan, memory: { ...plan.memory, ...tickOff(memory, event).memory } };
}

function asksForColleague({ letters }: Pick<SendMessage, 'letters'>): boolean {
  return letters.includes('redirect-ask');
}
