import type { Asked, ModelRequest } from './asked';
import { messagesAsked } from './what-is-asked';
import type { Conversation } from './conversation';
import type { EffectBody } from './effect';
import type { ConversationEvent } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';
import type { Stage } from './stage';
import { isSureEnough, readBy } from './want';

/**
 * What follows for the one thing a model may have been asked for. It is dropped as soon as the conversation has moved on,
 * its deadline outlasts whatever forgets the other timers, and nothing leaves while a message may be a stop.
 */
export function followAsked(
  { memory: before }: Conversation,
  moved: Conversation,
  event: ConversationEvent,
  effects: readonly EffectBody[],
): Step {
  const { asked } = moved.memory;
  const anew = effects.find((effect) => effect.type === 'askModel')?.request ?? null;
  const stays = anew === null && asked !== null && isStillWanted(asked, moved, event);
  const mayBeStops = unsettled(moved, event, anew ?? (stays ? asked.request : null), effects);
  const isForgotten = stays && effects.some(({ type }) => type === 'cancelTimers');
  const deadline = anew ?? (isForgotten ? asked.request : null);
  return {
    effects: [
      ...(before.asked && !stays ? [{ type: 'stopAsking', jobId: before.asked.jobId } as const] : []),
      ...(deadline ? [{ type: 'scheduleTimer', timer: 'modelDeadline', dueAt: deadline.dueAt } as const] : []),
      ...holdOrLetGo(before.mayBeStops, mayBeStops, moved.stage),
    ],
    memory: {
      mayBeStops,
      asked: stays ? asked : null,
      unread: asked && !stays && !anew ? withoutAsked(moved.memory) : moved.memory.unread,
    },
  };
}

/** Where nothing of the agent's own is to be written. */
const NO_DRAFT: readonly Stage[] = ['understanding', 'handed-over', 'stopped', 'unreachable'];

/** What may be a stop is found out whoever goes on with the conversation meanwhile. */
function isStillWanted({ request }: Asked, { stage, memory }: Conversation, event: ConversationEvent): boolean {
  if (request.kind !== 'understand') return !NO_DRAFT.includes(stage) && event.type !== 'operatorReplied';
  if (stage === 'stopped' || stage === 'unreachable' || isItsReading(event)) return false;
  const isUnread = request.messages.some(({ messageId }) => memory.unread.includes(messageId));
  return request.messages.some(({ hintsAtStop }) => hintsAtStop) || (stage === 'understanding' && isUnread);
}

function isItsReading(event: ConversationEvent): boolean {
  return event.type === 'messageUnderstood' && event.reading.engine === 'model';
}

function withoutAsked(memory: Memory): readonly string[] {
  const asked = messagesAsked(memory).map(({ messageId }) => messageId);
  return memory.unread.filter((id) => !asked.includes(id));
}

/** The messages of which nobody knows yet whether they say stop; a person who goes on with the conversation does know. */
function unsettled(
  { stage, memory }: Conversation,
  event: ConversationEvent,
  request: ModelRequest | null,
  effects: readonly EffectBody[],
): readonly string[] {
  if (memory.mayBeStops.length === 0 || stage === 'stopped' || stage === 'unreachable') return [];
  const read = event.type === 'messageUnderstood' && isSureEnough(event) ? readBy(event) : [];
  const left = memory.mayBeStops.filter((id) => !read.includes(id));
  if (stage === 'understanding' || stage === 'handed-over') return left;
  const believed = effects.flatMap((effect) => (effect.type === 'believeOffline' ? [effect.messageId] : []));
  const asked = request?.kind === 'understand' ? request.messages.map(({ messageId }) => messageId) : [];
  return left.filter((id) => asked.includes(id) || believed.includes(id));
}

function holdOrLetGo(before: readonly string[], after: readonly string[], stage: Stage): EffectBody[] {
  if (before.length === 0 && after.length > 0) return [{ type: 'holdMessages' }];
  const isOver = stage === 'stopped' || stage === 'unreachable';
  return before.length > 0 && after.length === 0 && !isOver ? [{ type: 'releaseMessages' }] : [];
}
