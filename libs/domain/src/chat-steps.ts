import { close } from './close';
import { hearFrom, IN_CHAT } from './bounce-steps';
import type { ChatChanged, ContactAsked, ContactStarted } from './event';
import { writeOpening } from './initiative-steps';
import type { Memory } from './memory';
import { withReason, WROTE_SINCE, type Step } from './plan';

/** Start, pressed again or where nothing much is under way: whatever was is over, and the opening comes. */
export function beginAnew(memory: Memory, event: ContactStarted): Step {
  const heard = hearFrom(memory, IN_CHAT);
  const closed = close(memory);
  const opened = writeOpening(memory, event);
  return {
    effects: [...heard.effects, ...closed.effects, ...opened.effects],
    memory: { ...heard.memory, ...closed.memory, ...opened.memory, askedForColleague: false },
  };
}

/** The chat joins a conversation that is under way: it goes on there, and nothing of it is lost. */
export function greet(memory: Memory, { messageId }: ContactStarted): Step {
  const heard = hearFrom(memory, IN_CHAT);
  return {
    effects: [...heard.effects, { type: 'sendMessage', letters: ['help'], answers: messageId }],
    memory: heard.memory,
  };
}

/** Start is no consent: who said stop is asked, and only the answer to that lifts anything. */
export function askToResume(_memory: Memory, { messageId }: ContactStarted): Step {
  return {
    effects: [{ type: 'sendMessage', letters: ['ask-to-resume'], answers: messageId }],
    memory: { wants: [], askedToResume: true },
  };
}

/** The same for who said stop elsewhere: it covers this conversation too from now on. */
export function stopAndAskToResume(memory: Memory, event: ContactStarted): Step {
  const closed = close(memory);
  const asked = askToResume(memory, event);
  const { messageId } = event;
  return {
    effects: [
      { type: 'suppress', because: 'contact-asked', messageId, company: false },
      ...closed.effects,
      ...asked.effects,
    ],
    memory: { ...closed.memory, ...asked.memory },
  };
}

/** Who lets the bot in again can be written to there; they have said nothing yet. */
export function noteChat(memory: Memory, { change }: ChatChanged): Step {
  return change === 'unblocked' ? hearFrom(memory, IN_CHAT) : { effects: [], memory: {} };
}

/** A person has the conversation: they see that the contact pressed Start. */
export function startForPerson(memory: Memory, _event: ContactStarted): Step {
  const heard = hearFrom(memory, IN_CHAT);
  return { ...heard, memory: { ...heard.memory, handedOverBecause: withReason(memory, WROTE_SINCE) } };
}

/** Answered beside the conversation: it waits for what it waited for. */
export function answerAside(memory: Memory, { messageId, letter, language }: ContactAsked): Step {
  const heard = hearFrom(memory, IN_CHAT);
  return {
    effects: [
      ...heard.effects,
      ...(language ? [{ type: 'changeLanguage', language } as const] : []),
      { type: 'sendMessage', letters: [letter], answers: messageId },
    ],
    memory: heard.memory,
  };
}
