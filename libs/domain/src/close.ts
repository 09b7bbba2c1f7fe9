import type { Memory } from './memory';
import type { Step } from './plan';

/** Takes back whatever is on its way to the contact, timers and a booked slot too. */
export function close(memory: Memory): Step {
  return {
    effects: [
      { type: 'cancelMessages' },
      { type: 'cancelTimers' },
      ...(memory.slot ? [{ type: 'releaseSlot', uid: memory.slot.uid } as const] : []),
    ],
    memory: {
      wants: [],
      unread: [],
      awaited: null,
      bounced: false,
      softBounces: [],
      askedToResume: false,
      followUps: 0,
      offered: [],
      slot: null,
      remindAt: null,
      handedOverBecause: null,
    },
  };
}
