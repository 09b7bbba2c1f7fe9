import type { MessageUnderstood } from './event';
import type { Memory } from './memory';
import type { Plan } from './plan';

export type Planner = (memory: Memory, event: MessageUnderstood) => Plan;

/** The same plan, made once for the guards that ask where it leads and the action that carries it out. */
export function madeOnce(planner: Planner): Planner {
  const made = new WeakMap<MessageUnderstood, { readonly memory: Memory; readonly plan: Plan }>();
  return (memory, event) => {
    const standing = made.get(event);
    if (standing?.memory === memory) return standing.plan;
    const plan = planner(memory, event);
    made.set(event, { memory, plan });
    return plan;
  };
}
