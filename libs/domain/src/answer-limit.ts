import type { ConversationEvent } from './event';
import type { Memory, WrittenAnswer } from './memory';
import type { Plan } from './plan';

const HOUR_MS = 3_600_000;

/** Those of the hour before `at`. */
export function lastHour(answered: readonly WrittenAnswer[], at: Date): readonly WrittenAnswer[] {
  return answered.filter((answer) => at.getTime() - answer.at.getTime() < HOUR_MS);
}

/** Whether the plan writes an answer more than anybody gets within an hour. */
export function isOneTooMany({ effects }: Plan, { answered }: Memory, { at, rules }: ConversationEvent): boolean {
  const answers = effects.some((effect) => effect.type === 'sendMessage' && effect.answers !== undefined);
  return answers && lastHour(answered, at).length >= rules.answersPerHour;
}
