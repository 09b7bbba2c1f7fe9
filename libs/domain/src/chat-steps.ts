import { close } from './close';
import { hearFrom } from './bounce-steps';
import { forgetLetter } from './delivery-steps';
import type { ChatChanged, ContactAsked, ContactStarted, DeliverySettled } from './event';
import { writeOpening } from './initiative-steps';
import type { Memory } from './memory';
import { withReason, WROTE_SINCE, type Step } from './plan';

/** Start, pressed again or where nothing much is under way: whatever was is over, and the opening comes. */
export function beginAnew(memory: Memory, event: ContactStarted): Step {
  const heard = hearFrom(memory, { senderKnown: true });
  const closed = close(memory);
  const opened = writeOpening(memory, event);
  return {
    effects: [...heard.effects, ...closed.effects, ...opened.effects],
    memory: { ...heard.memory, ...closed.memory, ...opened.memory, askedForColleague: false },
  };
}

/** The chat joins a conversation that is under way: it goes on there, and nothing of it is lost. */
export function greet(memory: Memory, { messageId }: ContactStarted): Step {
  const heard = hearFrom(memory, { senderKnown: true });
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

/** A person has the conversation: they see that the contact pressed Start. */
export function startForPerson(memory: Memory, _event: ContactStarted): Step {
  return { effects: [], memory: { handedOverBecause: withReason(memory, WROTE_SINCE) } };
}

/** Answered beside the conversation: it waits for what it waited for. */
export function answerAside(memory: Memory, { messageId, letter, language }: ContactAsked): Step {
  const heard = hearFrom(memory, { senderKnown: true });
  return {
    effects: [
      ...heard.effects,
      ...(language ? [{ type: 'changeLanguage', language } as const] : []),
      { type: 'sendMessage', letters: [letter], answers: messageId },
    ],
    memory: heard.memory,
  };
}

/** The chat is closed to us, and there is no other channel. */
export function loseContact(memory: Memory, event: ChatChanged | DeliverySettled): Step {
  const { effects, memory: closed } = close(memory);
  const lost = event.type === 'deliverySettled' ? ([{ type: 'giveUpChat' }] as const) : [];
  return { effects: [...lost, ...effects], memory: closed };
}

/** The chat is closed to us: from now on letters go by e-mail, and the operator learns what did not arrive. */
export function loseChat(memory: Memory, event: DeliverySettled): Step {
  const because = `no longer reached in Telegram, from now on by e-mail; this did not arrive: ${event.letters.join(', ')}`;
  return {
    effects: [{ type: 'giveUpChat' }, { type: 'tellOperator', about: 'not-written-to', because }],
    memory: forgetLetter(memory, event).memory,
  };
}

/** The same where that letter was waited for: then we wait for what comes after it. */
export function loseChatAnd(next: (memory: Memory, event: DeliverySettled) => Step) {
  return (memory: Memory, event: DeliverySettled): Step => {
    const lost = loseChat(memory, event);
    const waiting = next(memory, event);
    return { effects: [...lost.effects, ...waiting.effects], memory: { ...lost.memory, ...waiting.memory } };
  };
}
