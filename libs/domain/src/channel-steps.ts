import { comesBack, giveUpEmail } from './bounce-steps';
import { close } from './close';
import { forgetLetter } from './delivery-steps';
import type { TellOperator } from './effect';
import type { ChatChanged, DeliverySettled, MachineWrote } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';

/** The chat is closed to us, and there is no other channel. */
export function loseContact(memory: Memory, event: ChatChanged | DeliverySettled): Step {
  const { effects, memory: closed } = close(memory);
  const lost = event.type === 'deliverySettled' ? ([{ type: 'giveUpChat' }] as const) : [];
  // Where mails come back too nothing is left to write to.
  return { effects: [...lost, ...effects], memory: { ...closed, bounced: comesBack(memory), emailGivenUp: false } };
}

/** One channel is closed to us and another is not: letters go there now, and the operator learns what did not arrive. */
export function changeChannel(memory: Memory, event: DeliverySettled): Step {
  const lost: Step =
    event.channel === 'telegram' ? { effects: [{ type: 'giveUpChat' }], memory: {} } : giveUpEmail(memory, event);
  const where =
    event.channel === 'telegram' ? 'in Telegram, from now on by e-mail' : 'by e-mail, from now on in Telegram';
  return {
    effects: [...lost.effects, tell(`no longer reached ${where}; this did not arrive: ${event.letters.join(', ')}`)],
    memory: { ...lost.memory, ...forgetLetter(memory, event).memory },
  };
}

/** The same where that letter was waited for: then we wait for what comes after it. */
export function changeChannelAnd(next: (memory: Memory, event: DeliverySettled) => Step) {
  return (memory: Memory, event: DeliverySettled): Step => {
    const lost = changeChannel(memory, event);
    const waiting = next(memory, event);
    return { effects: [...lost.effects, ...waiting.effects], memory: { ...lost.memory, ...waiting.memory } };
  };
}

/** A mail came back for good, and there is a chat: what we wait for stays what it was. */
export function goOnInChat(memory: Memory, event: MachineWrote): Step {
  const { effects, memory: lost } = giveUpEmail(memory, event);
  return { effects: [...effects, tell('letters come back by e-mail, from now on in Telegram')], memory: lost };
}

function tell(because: string): TellOperator {
  return { type: 'tellOperator', about: 'not-written-to', because };
}
