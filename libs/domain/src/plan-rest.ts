import type { EffectBody } from './effect';
import type { ConversationEvent } from './event';
import type { Memory } from './memory';
import type { Plan } from './plan';
import { slotTimers, standingSlot } from './standing-slot';
import { daysAfter, workingDayAfter } from './working-time';

type Now = Pick<ConversationEvent, 'at' | 'rules'>;

/** Nothing is to be written: we wait on for what we waited for, and silence is counted anew. */
export function planRest(memory: Memory, now: Now): Plan {
  const { cameFrom } = memory;
  const stay: Plan = { stage: cameFrom, effects: [], memory: { wants: [] } };
  switch (cameFrom) {
    case 'drafting-offer':
    case 'answering':
    case 'awaiting-reply':
      return memory.awaited ? stay : waitForContact(memory, now);
    case 'awaiting-colleague':
      return memory.awaited ? stay : { ...stay, effects: countSilence(now) };
    case 'postponed':
      return memory.missedTimer ? waitForDay(memory, now) : stay;
    case 'in-demo':
      return memory.awaited ? stay : waitInDemo(memory, now);
    case 'redirected':
      return stay;
    case 'awaiting-start':
    case 'offer-ignored':
    case 'unreachable':
    case 'understanding':
    case 'handed-over':
    case 'stopped':
      return waitForContact(memory, now);
  }
}

/** The contact's turn: until the slot's follow-up where one is booked, else until silence counts as an answer. */
export function waitForContact(memory: Memory, now: Now): Plan {
  const remembered = { wants: [], awaited: null, remindAt: null };
  if (!standingSlot(memory.slot, now)) {
    return { stage: 'awaiting-reply', effects: countSilence(now), memory: remembered };
  }
  return {
    stage: 'in-demo',
    effects: [{ type: 'cancelTimers' }, ...slotTimers(memory.slot, now)],
    memory: remembered,
  };
}

/** In a demo nothing waits to be sent: the slot, an offer of slots, or a trial is what we wait for. */
export function waitInDemo(memory: Memory, now: Now): Plan {
  if (standingSlot(memory.slot, now) || memory.missedTimer) return waitForContact(memory, now);
  const remembered = { wants: [], awaited: null };
  if (memory.offered.length > 0) return { stage: 'in-demo', effects: countSilence(now), memory: remembered };
  const dueAt = workingDayAfter(now.at, now.rules.demoFollowUpAfterDays, now.rules);
  return {
    stage: 'in-demo',
    effects: [{ type: 'cancelTimers' }, { type: 'scheduleTimer', timer: 'demoFollowUp', dueAt }],
    memory: remembered,
  };
}

export function countSilence({ at, rules }: Now): EffectBody[] {
  const dueAt = daysAfter(at, rules.offerIgnoredAfterDays);
  return [{ type: 'cancelTimers' }, { type: 'scheduleTimer', timer: 'silence', dueAt }];
}

/** Of the day's timers one came due meanwhile; the day itself may still be ahead. */
function waitForDay(memory: Memory, now: Now): Plan {
  const { remindAt } = memory;
  if (!remindAt || remindAt <= now.at) return waitForContact(memory, now);
  return {
    stage: 'postponed',
    effects: [
      { type: 'cancelTimers' },
      { type: 'scheduleTimer', timer: 'reminder', dueAt: remindAt },
      ...slotTimers(memory.slot, now),
    ],
    memory: { wants: [] },
  };
}
