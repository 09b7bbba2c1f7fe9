import { close } from './close';
import type { ContactWrote, DeliverySettled, MachineWrote, OperatorReleased, OperatorResumed } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';
import { countSilence } from './plan-rest';

/** So many letters in a row that come back for now count as one that came back for good. */
const MOST_SOFT_BOUNCES = 3;

/** Whether this says that letters to the contact come back for good. */
export function saysItIsGone(memory: Memory, event: MachineWrote): boolean {
  if (comesBack(memory) || !event.aboutContact) return false;
  if (event.kind === 'bounce_soft') return softBouncesWith(memory, event).length >= MOST_SOFT_BOUNCES;
  return event.kind === 'bounce_hard';
}

/** Whether mails to the contact are known to come back. */
export function comesBack({ bounced, emailGivenUp }: Memory): boolean {
  return bounced || emailGivenUp;
}

/** The contact is reached nowhere: nothing is written again until that is lifted. */
export function giveUpContact(memory: Memory, event: MachineWrote | DeliverySettled): Step {
  const { effects, memory: closed } = close(memory);
  return {
    effects: [...giveUpAddress(memory, event), ...effects],
    memory: { ...closed, bounced: true, emailGivenUp: false },
  };
}

/** Nothing is written to this address again until that is lifted; in the chat all goes on. */
export function giveUpEmail(memory: Memory, event: MachineWrote | DeliverySettled): Step {
  return { effects: giveUpAddress(memory, event), memory: { bounced: false, emailGivenUp: true, softBounces: [] } };
}

/** Once, however often it comes back. */
function giveUpAddress(memory: Memory, event: MachineWrote | DeliverySettled): Step['effects'] {
  if (comesBack(memory)) return [];
  const address = event.type === 'machineWrote' && event.facts.type === 'bounce' ? event.facts.recipient : null;
  return [{ type: 'giveUpAddress', address }];
}

export function countSoftBounce(memory: Memory, event: MachineWrote): Partial<Memory> {
  const counts = event.kind === 'bounce_soft' && event.aboutContact;
  return counts ? { softBounces: softBouncesWith(memory, event) } : {};
}

/** Of one letter a server may say again and again that it still waits. */
function softBouncesWith({ softBounces }: Memory, { facts, messageId }: MachineWrote): readonly string[] {
  const letter = facts.type === 'bounce' ? facts.letter : null;
  return [...new Set([...softBounces, letter ?? messageId])];
}

/** Who writes to us from an address, or in a chat, can be written to there: of the other channel that says nothing. */
export function hearFrom(memory: Memory, { senderKnown, channel }: Heard): Step {
  if (!senderKnown) return { effects: [], memory: {} };
  if (channel === 'telegram') return { effects: [], memory: { bounced: false, emailGivenUp: comesBack(memory) } };
  const reason = 'the contact wrote from this address';
  return {
    effects: comesBack(memory) ? [{ type: 'lift', of: 'bounce', because: 'contact-wrote', reason }] : [],
    memory: { bounced: false, emailGivenUp: false, softBounces: [] },
  };
}

type Heard = Pick<ContactWrote, 'senderKnown' | 'channel'>;

/** In the chat, where nobody but the contact writes. */
export const IN_CHAT: Heard = { senderKnown: true, channel: 'telegram' };

/** The operator knows better: the contact's turn again. */
export function tryAddressAgain(memory: Memory, event: OperatorResumed): Step {
  const lifted = liftBounce(memory, event);
  return { effects: [...lifted.effects, ...countSilence(event)], memory: lifted.memory };
}

export function liftBounce(_memory: Memory, { reason }: OperatorResumed): Step {
  return {
    effects: [{ type: 'lift', of: 'bounce', because: 'operator-asked', reason }],
    memory: { bounced: false, emailGivenUp: false },
  };
}

/** There is nothing to go on with while letters come back. */
export function releaseUnreachable(_memory: Memory, _event: OperatorReleased): Step {
  return { effects: [{ type: 'cancelTimers' }], memory: { unread: [], handedOverBecause: null } };
}
