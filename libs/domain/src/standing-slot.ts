import type { EffectBody } from './effect';
import type { ConversationEvent } from './event';
import type { BookedSlot } from './slot';
import { workingDayAfter } from './working-time';

type Now = Pick<ConversationEvent, 'at' | 'rules'>;

/** The booked slot while it still has to be followed up; null when there is none. */
export function standingSlot(slot: BookedSlot | null, { at, rules }: Now): BookedSlot | null {
  return slot && followUpOf(slot, rules) > at ? slot : null;
}

/** What wakes us for a slot that stands: its follow-up, at the start of the next working day. */
export function slotTimers(slot: BookedSlot | null, now: Now): EffectBody[] {
  const standing = standingSlot(slot, now);
  if (!standing) return [];
  return [{ type: 'scheduleTimer', timer: 'demoFollowUp', dueAt: followUpOf(standing, now.rules) }];
}

function followUpOf({ endsAt }: BookedSlot, rules: Now['rules']): Date {
  return workingDayAfter(endsAt, 1, rules);
}
