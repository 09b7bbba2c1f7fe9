import { isOneTooMany } from './answer-limit';
import { draftWithModel } from './draft-with-model';
import type { EffectBody } from './effect';
import type { MessageUnderstood } from './event';
import type { Memory } from './memory';
import { handOver, type Plan } from './plan';
import { planDemo } from './plan-demo';
import { planRedirect } from './plan-redirect';
import { countSilence, planRest } from './plan-rest';
import { planStop } from './plan-stop';
import { reminderDay } from './reminder-day';
import { slotTimers, standingSlot } from './standing-slot';
import { colleaguesOf, wantsAfter, type Want } from './want';
import { answerOf, lettersFor } from './write-answer';

/** Plans one answer to all that is unanswered. `stop` beats everything but an address given in the same breath. */
export function planAnswer(memory: Memory, event: MessageUnderstood): Plan {
  const wants = wantsAfter(memory.wants, event);
  const plan = withinLimit(planFor(wants, memory, event), memory, event);
  return inTheirLanguage(draftWithModel(plan, wants, event), event);
}

/** Two machines would answer each other for ever; a stop is heard even then. */
function withinLimit(plan: Plan, memory: Memory, event: MessageUnderstood): Plan {
  if (plan.stage === 'stopped' || !isOneTooMany(plan, memory, event)) return plan;
  const { answersPerHour } = event.rules;
  return handOver(`${String(answersPerHour)} answers were written within an hour: it may be a machine that answers`);
}

function planFor(wants: readonly Want[], memory: Memory, event: MessageUnderstood): Plan {
  if (wants.some(({ intent }) => intent.type === 'stop')) return planStop(memory, wants, event);
  if (wants.some(({ fromStranger }) => fromStranger))
    return handOver('somebody we do not know answered in this thread');

  const colleagues = colleaguesOf(wants);
  if (colleagues.length > 0) return planRedirect(memory, wants, colleagues, event);
  if (wants.some(({ intent }) => intent.type === 'unclear')) return handOver('the message was not understood');

  const wanted = wants.filter(({ intent }) => intent.type !== 'acknowledged');
  return wanted.length > 0 ? answer(memory, wanted, event) : planRest(memory, event);
}

function answer(memory: Memory, wants: readonly Want[], event: MessageUnderstood): Plan {
  const demo = planDemo(memory, wants, event);
  const slot = demo.memory.slot === undefined ? memory.slot : demo.memory.slot;
  const missing = [...new Set([...wants.flatMap(missingKnowledge), ...(demo.missing ? [demo.missing] : [])])];
  const remindAt = reminderDay(wants, event);
  const asksForColleague = wants.some(({ intent }) => intent.type === 'redirect');

  // A day is agreed on, and a colleague asked for, only where the agent itself goes on.
  const letters = lettersFor(wants, demo.letters)
    .filter((letter) => letter !== 'postpone-agreed' || missing.length === 0)
    .filter((letter) => letter !== 'redirect-ask' || !(memory.askedForColleague || missing.length > 0));
  const facts = { ...demo.facts, ...(letters.includes('postpone-agreed') && remindAt ? { date: remindAt } : {}) };
  const effects: EffectBody[] = [{ type: 'cancelTimers' }, ...demo.effects, ...answerOf(letters, wants, event, facts)];
  const remembered: Partial<Memory> = {
    ...demo.memory,
    wants,
    remindAt,
    askedForColleague: memory.askedForColleague || letters.includes('redirect-ask'),
  };

  if (missing.length > 0) {
    const { stage, memory: handedOver } = handOver(missing.join('; '));
    return { stage, effects, memory: { ...remembered, ...handedOver } };
  }
  const timers = slotTimers(slot, event);
  if (remindAt) {
    const reminder = { type: 'scheduleTimer', timer: 'reminder', dueAt: remindAt } as const;
    return { stage: 'postponed', effects: [...effects, reminder, ...timers], memory: remembered };
  }
  if (standingSlot(slot, event) || letters.some((letter) => letter === 'demo-access' || letter === 'demo-slots')) {
    return { stage: 'in-demo', effects: [...effects, ...timers], memory: remembered };
  }
  if (asksForColleague) {
    const waits = letters.length === 0 ? countSilence(event) : effects;
    return { stage: 'awaiting-colleague', effects: waits, memory: remembered };
  }
  if (letters.length === 0) return restWithoutDemo(memory, event);
  const isCalledOff = letters.every((letter) => letter === 'slot-cancelled');
  return { stage: isCalledOff ? 'awaiting-reply' : 'answering', effects, memory: remembered };
}

/** Called off was a demo that nobody had booked. */
function restWithoutDemo(memory: Memory, event: MessageUnderstood): Plan {
  const cameFrom = memory.cameFrom === 'in-demo' ? 'awaiting-reply' : memory.cameFrom;
  const plan = planRest({ ...memory, cameFrom }, event);
  return { ...plan, memory: { ...plan.memory, offered: [] } };
}

function missingKnowledge({ intent, passages }: Want): string[] {
  const isUnanswerable = intent.type === 'question' && passages.length === 0;
  return isUnanswerable ? ["nothing in the product's knowledge answers the question"] : [];
}

/** From now on the contact is written to as the contact writes; a stranger changes nothing. */
function inTheirLanguage(plan: Plan, { reading, senderKnown, contactLanguage }: MessageUnderstood): Plan {
  const { language } = reading;
  if (!senderKnown || language === null || language === contactLanguage) return plan;
  return { ...plan, effects: [{ type: 'changeLanguage', language }, ...plan.effects] };
}
