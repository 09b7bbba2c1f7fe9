import type { Asked, ModelRequest } from './asked';
import type { Conversation } from './conversation';
import type { EffectBody } from './effect';
import type { ConversationEvent } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';
import type { Stage } from './stage';
import { isAside } from './letter';
import { isSureEnough, readBy } from './want';
import { idsAsked } from './what-is-asked';

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
  const stays = anew === null && asked !== null && isStillWanted(asked, moved, event, effects);
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
function isStillWanted(
  { request }: Asked,
  { stage, memory }: Conversation,
  event: ConversationEvent,
  effects: readonly EffectBody[],
): boolean {
  if (request.kind !== 'understand') return !NO_DRAFT.includes(stage) && !effects.some(writesOn);
  if (stage === 'stopped' || stage === 'unreachable' || isItsReading(event)) return false;
  const isUnread = request.messages.flatMap(readBy).some((id) => memory.unread.includes(id));
  return request.messages.some(({ hintsAtStop }) => hintsAtStop) || (stage === 'understanding' && isUnread);
}

/** The operator's own words, or an opening after Start, stand in place of what was being drafted. */
function writesOn(effect: EffectBody): boolean {
  return effect.type === 'sendMessage' && !effect.letters.every(isAside);
}

function isItsReading(event: ConversationEvent): boolean {
  return event.type === 'messageUnderstood' && event.reading.engine === 'model';
}

function withoutAsked(memory: Memory): readonly string[] {
  const asked = idsAsked(memory);
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
  const believed = effects.flatMap((effect) => (effect.type === 'believeOffline' ? readBy(effect) : []));
  const asked = request?.kind === 'understand' ? request.messages.flatMap(readBy) : [];
  return left.filter((id) => asked.includes(id) || believed.includes(id));
}

function holdOrLetGo(before: readonly string[], after: readonly string[], stage: Stage): EffectBody[] {
  if (before.length === 0 && after.length > 0) return [{ type: 'holdMessages' }];
  const isOver = stage === 'stopped' || stage === 'unreachable';
  return before.length > 0 && after.length === 0 && !isOver ? [{ type: 'releaseMessages' }] : [];
}
