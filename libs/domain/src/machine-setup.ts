import { setup } from 'xstate';
import type { EffectBody } from './effect';
import type { ConversationEvent, EventType } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';

export type EventOf<Type extends EventType> = Extract<ConversationEvent, { readonly type: Type }>;

export const machine = setup({
  types: {} as { context: Memory; events: ConversationEvent },
  // Effects leave the machine as this action's parameters; nothing runs inside it.
  actions: { effect: (_, _body: EffectBody) => undefined },
});

/** The action that takes `step` on these events: its effects leave the machine, its memory is kept. */
export function take<Type extends EventType>(
  types: Type | readonly Type[],
  step: (memory: Memory, event: EventOf<Type>) => Step,
) {
  return machine.enqueueActions(({ context, event, enqueue }) => {
    if (!isOneOf(event, types)) return;
    const { effects, memory } = step(context, event);
    for (const effect of effects) enqueue({ type: 'effect', params: effect });
    enqueue.assign(memory);
  });
}

/** In the turn, and nothing follows: without any action an event would count as one that has no meaning here. */
export const noted = machine.assign({});

/** A guard that holds on these events when `holds` does. */
export function when<Type extends EventType>(
  types: Type | readonly Type[],
  holds: (memory: Memory, event: EventOf<Type>) => boolean,
) {
  return ({ context, event }: { readonly context: Memory; readonly event: ConversationEvent }): boolean =>
    isOneOf(event, types) && holds(context, event);
}

function isOneOf<Type extends EventType>(
  event: ConversationEvent,
  types: Type | readonly Type[],
): event is EventOf<Type> {
  const expected: readonly EventType[] = typeof types === 'string' ? [types] : types;
  return expected.includes(event.type);
}
