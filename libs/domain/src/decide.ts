import { transition, type SnapshotFrom } from 'xstate';
import type { Conversation } from './conversation';
import { conversationMachine } from './conversation.machine';
import type { Effect, EffectBody } from './effect';
import type { ConversationEvent } from './event';
import { followAsked } from './follow-asked';
import { noticesOf } from './notices';
import { withEffects } from './with-effects';

/** What one event did to a conversation. An event that has no meaning is recorded with the reason, never dropped. */
export type Decision =
  | { readonly type: 'moved'; readonly conversation: Conversation; readonly effects: readonly Effect[] }
  | { readonly type: 'ignored'; readonly because: string };

/** Decides one turn. Pure: time and identity arrive inside the event, so a replay decides the same. */
export function decide(conversation: Conversation, event: ConversationEvent): Decision {
  const before = conversationMachine.resolveState({ value: conversation.stage, context: conversation.memory });
  if (!before.can(event)) {
    return { type: 'ignored', because: `${event.type} means nothing in ${conversation.stage}` };
  }

  const [after, actions] = transition(conversationMachine, before, event);
  const wanted = actions.flatMap((action): EffectBody[] => (action.type === 'effect' ? [action.params] : []));
  const left = { ...conversation, stage: stageOf(after), memory: after.context };
  const followed = followAsked(conversation, left, event, wanted);
  const moved = { ...left, memory: { ...left.memory, ...followed.memory } };
  const all = [...wanted, ...followed.effects, ...noticesOf(event, conversation, moved, wanted)];
  const effects = withKeys(all, event);
  return { type: 'moved', conversation: { ...moved, memory: withEffects(moved.memory, event, effects) }, effects };
}

function stageOf(snapshot: SnapshotFrom<typeof conversationMachine>): Conversation['stage'] {
  return snapshot.value;
}

function withKeys(effects: readonly EffectBody[], event: ConversationEvent): Effect[] {
  return effects.map((effect, index) => ({ ...effect, key: `${event.id}:${String(index)}` }));
}
