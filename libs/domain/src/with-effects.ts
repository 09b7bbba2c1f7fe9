import { lastHour } from './answer-limit';
import type { Effect } from './effect';
import type { ConversationEvent } from './event';
import type { Memory, SetTimer } from './memory';

/** What is remembered of the effects themselves: the letter we wait for, when answers were written, what wakes us. */
export function withEffects(memory: Memory, event: ConversationEvent, effects: readonly Effect[]): Memory {
  const written = effects.filter((effect) => effect.type === 'sendMessage');
  const last = written.at(-1);
  const answers = written.filter(({ answers }) => answers !== undefined);
  const asks = effects.findLast((effect) => effect.type === 'askModel');
  const isDraft = asks !== undefined && asks.request.kind !== 'understand';
  return {
    ...memory,
    asked: asks ? { jobId: asks.key, request: asks.request } : memory.asked,
    // While a mail is being drafted no older one is waited for.
    ...(isDraft ? { awaited: null } : {}),
    // The letter just written is the one whose settlement counts from now on.
    ...(last ? { awaited: { outboxId: last.key, letters: last.letters } } : {}),
    answered: [...lastHour(memory.answered, event.at), ...answers.map(({ key }) => ({ outboxId: key, at: event.at }))],
    timers: effects.reduce(afterEffect, withoutFired(memory.timers, event)),
  };
}

function withoutFired(timers: readonly SetTimer[], event: ConversationEvent): readonly SetTimer[] {
  return event.type === 'timerFired' ? timers.filter(({ timer }) => timer !== event.timer) : timers;
}

function afterEffect(timers: readonly SetTimer[], effect: Effect): readonly SetTimer[] {
  if (effect.type === 'cancelTimers') return [];
  if (effect.type === 'stopAsking') return timers.filter(({ timer }) => timer !== 'modelDeadline');
  return effect.type === 'scheduleTimer' ? [...timers, { timer: effect.timer, dueAt: effect.dueAt }] : timers;
}
