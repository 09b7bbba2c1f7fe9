import { close } from './close';
import type { ContactWrote, DeliverySettled, MachineWrote, OperatorReleased, OperatorResumed } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';
import { countSilence } from './plan-rest';

/** So many in a row that come back for now count as one that came back for good. */
const MOST_SOFT_BOUNCES = 3;

/** Whether this says that letters to the contact come back for good. */
export function saysItIsGone({ bounced, softBounces }: Memory, { kind, aboutContact }: MachineWrote): boolean {
  if (bounced || !aboutContact) return false;
  return kind === 'bounce_hard' || (kind === 'bounce_soft' && softBounces + 1 >= MOST_SOFT_BOUNCES);
}

/** Nothing is written to this address again until that is lifted. */
export function giveUpAddress(memory: Memory, event: MachineWrote | DeliverySettled): Step {
  const { effects, memory: closed } = close(memory);
  const address = event.type === 'machineWrote' && event.facts.type === 'bounce' ? event.facts.recipient : null;
  return {
    effects: [...(memory.bounced ? [] : [{ type: 'giveUpAddress', address } as const]), ...effects],
    memory: { ...closed, bounced: true },
  };
}

export function countSoftBounce({ softBounces }: Memory, { kind, aboutContact }: MachineWrote): Partial<Memory> {
  return kind === 'bounce_soft' && aboutContact ? { softBounces: softBounces + 1 } : {};
}

/** Who writes to us from an address can be written to there. */
export function hearFrom({ bounced }: Memory, { senderKnown }: ContactWrote): Step {
  if (!senderKnown) return { effects: [], memory: {} };
  const reason = 'the contact wrote from this address';
  return {
    effects: bounced ? [{ type: 'lift', of: 'bounce', because: 'contact-wrote', reason }] : [],
    memory: { bounced: false, softBounces: 0 },
  };
}

/** The operator knows better: the contact's turn again. */
export function tryAddressAgain(memory: Memory, event: OperatorResumed): Step {
  const lifted = liftBounce(memory, event);
  return { effects: [...lifted.effects, ...countSilence(event)], memory: lifted.memory };
}

export function liftBounce(_memory: Memory, { reason }: OperatorResumed): Step {
  return {
    effects: [{ type: 'lift', of: 'bounce', because: 'operator-asked', reason }],
    memory: { bounced: false },
  };
}

/** There is nothing to go on with while letters come back. */
export function releaseUnreachable(_memory: Memory, _event: OperatorReleased): Step {
  return { effects: [{ type: 'cancelTimers' }], memory: { unread: [], handedOverBecause: null } };
}
