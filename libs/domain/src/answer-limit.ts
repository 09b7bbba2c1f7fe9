import type { ConversationEvent } from './event';
import type { Memory, WrittenAnswer } from './memory';
import type { Plan } from './plan';
import { letterAsked } from './what-is-asked';

const HOUR_MS = 3_600_000;

/** Those of the hour before `at`. */
export function lastHour(answered: readonly WrittenAnswer[], at: Date): readonly WrittenAnswer[] {
  return answered.filter((answer) => at.getTime() - answer.at.getTime() < HOUR_MS);
}

/** Whether the contact has as many answers as anybody gets within an hour, with the one that a model is drafting. */
export function hasEnoughAnswers(memory: Memory, { at, rules }: ConversationEvent): boolean {
  const drafted = letterAsked(memory)?.answers === undefined ? 0 : 1;
  return lastHour(memory.answered, at).length + drafted >= rules.answersPerHour;
}

/** Whether the plan writes an answer more than that. */
export function isOneTooMany({ effects }: Plan, memory: Memory, event: ConversationEvent): boolean {
  const answers = effects.some((effect) => effect.type === 'sendMessage' && effect.answers !== undefined);
  return answers && hasEnoughAnswers(memory, event);
}
