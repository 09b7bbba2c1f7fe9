import type { EffectBody } from './effect';
import type { Memory } from './memory';
import type { Stage } from './stage';

/** What is done at once, and what is remembered of it. */
export interface Step {
  readonly effects: readonly EffectBody[];
  readonly memory: Partial<Memory>;
}

/** A step that says where it leads. */
export interface Plan extends Step {
  readonly stage: Stage;
}

/** A person has to go on; what the contact wants is theirs from now on. */
export function handOver(because: string): Plan {
  return {
    stage: 'handed-over',
    effects: [{ type: 'cancelTimers' }],
    memory: { wants: [], remindAt: null, handedOverBecause: because },
  };
}

/** The reason that comes with each message a person finds. */
export const WROTE_SINCE = 'the contact has written since';

/** Why a person has the conversation, with one reason more; each is said once. */
export function withReason({ handedOverBecause }: Memory, because: string): string {
  if (handedOverBecause === null) return because;
  return handedOverBecause.includes(because) ? handedOverBecause : `${handedOverBecause}; ${because}`;
}
