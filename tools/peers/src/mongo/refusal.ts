import { messageOf } from '../system/message-of';

/** Why one way to a MongoDB was not taken: one line, what was tried and what came of it. */
export interface Refusal {
  readonly type: 'refused';
  readonly line: string;
}

/** Says in one line why a way was not taken. */
export function refused(tried: string, cause: unknown): Refusal {
  return { type: 'refused', line: `${tried}: ${messageOf(cause).replace(/\s+/g, ' ').trim()}` };
}
