import type { EffectBody } from './effect';
import type { SendMessage } from './send-message';
import type { MessageUnderstood } from './event';
import type { DemoWanted } from './intent';
import type { Letter } from './letter';
import type { Memory } from './memory';
import type { Slot } from './slot';
import { demoOf, type Want } from './want';

/** The demo's part of an answer. */
export interface DemoPlan {
  readonly letters: readonly Letter[];
  readonly effects: readonly EffectBody[];
  /** What the letter has to say. */
  readonly facts: Pick<SendMessage, 'slots' | 'slot' | 'code'>;
  readonly memory: Partial<Memory>;
  /** Why only a person can give this demo. */
  readonly missing: string | null;
}

const NOTHING: DemoPlan = { letters: [], effects: [], facts: {}, memory: {}, missing: null };

/** Gives the demo the contact wants by now: access to a trial, or a slot. */
export function planDemo(memory: Memory, wants: readonly Want[], event: MessageUnderstood): DemoPlan {
  const demo = demoOf(wants);
  if (!demo) return NOTHING;
  if (demo.cancels) return callOff(memory, event);
  return event.rules.demo === 'access' ? giveAccess(event) : giveSlot(demo, memory, event);
}

function callOff(memory: Memory, event: MessageUnderstood): DemoPlan {
  const { slot } = memory;
  const forgotten = { offered: [], slot: null };
  if (!slot || slot.endsAt <= event.at) return { ...NOTHING, memory: { offered: [] } };
  return {
    ...NOTHING,
    letters: ['slot-cancelled'],
    effects: [{ type: 'releaseSlot', uid: slot.uid }],
    facts: { slot: { ...slot, sequence: slot.sequence + 1 } },
    memory: forgotten,
  };
}

function giveAccess({ accessCode: code }: MessageUnderstood): DemoPlan {
  if (code === null) return { ...NOTHING, missing: 'no access code is left' };
  return { ...NOTHING, letters: ['demo-access'], effects: [{ type: 'giveAccessCode', code }], facts: { code } };
}

function giveSlot(demo: DemoWanted, memory: Memory, event: MessageUnderstood): DemoPlan {
  const booked = memory.slot && memory.slot.endsAt > event.at ? memory.slot : null;
  const wanted = slotWanted(demo, { slot: booked, offered: memory.offered }, event);
  if (booked && (wanted ? isSame(wanted, booked) : !asksForAnother(demo, memory))) {
    // Asked about or asked for once more: it stands, and is said again.
    return { ...NOTHING, letters: ['slot-booked'], facts: { slot: booked }, memory: { offered: [] } };
  }
  if (!wanted) return offer(event);

  const standing = booked ? { uid: booked.uid, sequence: booked.sequence + 1 } : { uid: event.id, sequence: 0 };
  const slot = { ...wanted, ...standing };
  return {
    ...NOTHING,
    letters: ['slot-booked'],
    effects: [{ type: 'bookSlot', slot }],
    facts: { slot },
    memory: { offered: [], slot },
  };
}

/** The slot to book: the one chosen while it is still free, or the first that fits the wish. */
function slotWanted(
  { choice, wish }: DemoWanted,
  { slot, offered }: Pick<Memory, 'slot' | 'offered'>,
  event: MessageUnderstood,
): Slot | null {
  const chosen = choice === undefined ? undefined : offered[choice - 1];
  if (chosen) {
    if (slot && isSame(chosen, slot)) return slot;
    return event.freeSlots.find((free) => isSame(free, chosen)) ?? null;
  }
  if (!wish) return null;
  if (slot && wish.from <= slot.startsAt && slot.startsAt < wish.to) return slot;
  return event.wishFits ? (event.freeSlots[0] ?? null) : null;
}

/** Whether these words want another time than the one that is booked. */
function asksForAnother({ choice, wish }: DemoWanted, { offered }: Memory): boolean {
  return wish !== undefined || (choice !== undefined && offered.length > 0);
}

function offer({ freeSlots }: MessageUnderstood): DemoPlan {
  const offered = freeSlots.slice(0, 3);
  if (offered.length === 0) return { ...NOTHING, missing: 'no time is free for a demo' };
  return { ...NOTHING, letters: ['demo-slots'], facts: { slots: offered }, memory: { offered } };
}

function isSame(one: Slot, other: Slot): boolean {
  return one.startsAt.getTime() === other.startsAt.getTime();
}
