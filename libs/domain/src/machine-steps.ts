import { DateTime } from 'luxon';
import { countSoftBounce } from './bounce-steps';
import type { EffectBody } from './effect';
import type { Colleague, MachineWrote, TimerName } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';
import { MOST_COLLEAGUES, openConversations } from './plan-redirect';
import { countSilence } from './plan-rest';
import { daysAfter, workingDayAfter } from './working-time';

/** Who is said to be back later than this has hardly been away: the year was misread. */
const LATEST_IN_DAYS = 366;

/** The most substitutes that are heard of: who goes on naming others is no person who is away. */
const MOST_SUBSTITUTES = 20;

/** What a machine's mail tells is heeded; it is never answered. */
export function heedMachine(memory: Memory, event: MachineWrote): Step {
  return heed(memory, event, event.rules.followSubstitutes && event.senderKnown);
}

/** The same where the agent does not go on by itself: a substitute is the operator's to write to. */
export function heedForPerson(memory: Memory, event: MachineWrote): Step {
  return heed(memory, event, false);
}

/**
 * Whether the contact calls the demo off by the calendar's own answer (RFC 5546, section 3.2.3). Whoever the invitation
 * was passed on to answers for himself.
 */
export function declinesSlot({ slot }: Memory, { facts, senderKnown, at }: MachineWrote): boolean {
  const isAnswer = facts.type === 'calendarReply' && facts.answer === 'declined';
  return isAnswer && senderKnown && slot !== null && slot.uid === facts.uid && slot.endsAt > at;
}

/** The demo was what we waited for: now it is the contact. */
export function waitWithoutSlot(memory: Memory, event: MachineWrote): Step {
  const { effects, memory: without } = giveSlotBack(memory, event);
  const waits = memory.awaited ? [{ type: 'cancelTimers' } as const] : countSilence(event);
  return { effects: [...effects, ...waits], memory: without };
}

function heed(memory: Memory, event: MachineWrote, follows: boolean): Step {
  const back = returnOf(event);
  const moved = back ? waitForReturn(memory, event, back) : NOTHING;
  const met = meetSubstitutes(memory, event, follows);
  const declined = declinesSlot(memory, event) ? declineInPassing(memory, event) : NOTHING;
  return {
    effects: [...moved.effects, ...met.effects, ...declined.effects],
    memory: { ...countSoftBounce(memory, event), ...moved.memory, ...met.memory, ...declined.memory },
  };
}

const NOTHING: Step = { effects: [], memory: {} };

/** The start of work on the day after the return; null when none is told that could be true. */
function returnOf({ facts, at, rules }: MachineWrote): Date | null {
  if (facts.type !== 'absence' || facts.returnsOn === null) return null;
  const day = DateTime.fromISO(facts.returnsOn, { zone: rules.timeZone });
  if (!day.isValid || day.toJSDate() > daysAfter(at, LATEST_IN_DAYS)) return null;
  return workingDayAfter(day.toJSDate(), 1, rules);
}

/** Whatever would have woken us while the contact is away wakes us then; nothing is invented, nothing comes sooner. */
function waitForReturn({ timers, remindAt }: Memory, { at }: MachineWrote, back: Date): Step {
  const ahead = timers.filter(({ timer, dueAt }) => dueAt > at && timer !== 'modelDeadline');
  if (!ahead.some(({ dueAt }) => dueAt < back)) return NOTHING;
  const moved = ahead.map(({ timer, dueAt }) => ({ timer, dueAt: dueAt < back ? back : dueAt }));
  return { effects: setAnew(moved), memory: { remindAt: remindAt && remindAt < back ? back : remindAt } };
}

function meetSubstitutes({ substitutes }: Memory, event: MachineWrote, follows: boolean): Step {
  const met = event.substitutes
    .filter(({ address, standing }) => standing === 'new' && !substitutes.includes(address))
    .slice(0, MOST_SUBSTITUTES - substitutes.length);
  if (met.length === 0) return NOTHING;
  const known = [...substitutes, ...met.map(({ address }) => address)];
  return {
    effects: follows && known.length <= MOST_COLLEAGUES ? openConversations(met) : offer(met),
    memory: { substitutes: known },
  };
}

function offer(met: readonly Colleague[]): EffectBody[] {
  const addresses = met.map(({ address }) => address);
  const because = `the contact is away and names ${addresses.join(', ')} to write to meanwhile`;
  return [{ type: 'tellOperator', about: 'substitute', because, addresses }];
}

/** The demo is off, and whatever else we wait for stays so. */
function declineInPassing(memory: Memory, event: MachineWrote): Step {
  const { effects, memory: without } = giveSlotBack(memory, event);
  const isLeft = (timer: TimerName): boolean => timer !== 'demoFollowUp' && timer !== 'modelDeadline';
  const left = memory.timers.filter(({ timer, dueAt }) => isLeft(timer) && dueAt > event.at);
  return { effects: [...effects, ...setAnew(left)], memory: without };
}

function giveSlotBack({ slot, cameFrom }: Memory, _event: MachineWrote): Step {
  const because = 'the contact declined the invitation to the demo, and its time is free again';
  return {
    effects: [
      ...(slot ? [{ type: 'releaseSlot', uid: slot.uid } as const] : []),
      { type: 'tellOperator', about: 'slot-declined', because },
    ],
    memory: { slot: null, cameFrom: cameFrom === 'in-demo' ? 'awaiting-reply' : cameFrom },
  };
}

function setAnew(timers: Memory['timers']): EffectBody[] {
  return [{ type: 'cancelTimers' }, ...timers.map((one) => ({ type: 'scheduleTimer', ...one }) as const)];
}
