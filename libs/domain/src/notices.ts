import type { Conversation } from './conversation';
import { whetherItArrived } from './delivery-trouble';
import type { EffectBody, TellOperator } from './effect';
import type { ConversationEvent } from './event';

/** What the operator is told of a decision, besides what the plan itself tells: each fact once. */
export function noticesOf(
  event: ConversationEvent,
  before: Conversation,
  after: Conversation,
  effects: readonly EffectBody[],
): TellOperator[] {
  return [...whyAPersonHasIt(event, before, after), ...draftsDue(event, effects)];
}

function whyAPersonHasIt(event: ConversationEvent, before: Conversation, after: Conversation): TellOperator[] {
  if (event.type === 'deliverySettled' && event.settlement.outcome === 'uncertain') {
    return [{ type: 'tellOperator', about: 'uncertain', because: whetherItArrived(event) }];
  }
  if (before.stage === 'handed-over' || after.stage !== 'handed-over') return [];
  const because = after.memory.handedOverBecause ?? 'a person has to go on';
  return [{ type: 'tellOperator', about: 'handed-over', because }];
}

/** The operator's own words wait for nobody's approval. */
function draftsDue({ rules }: ConversationEvent, effects: readonly EffectBody[]): TellOperator[] {
  if (rules.approval === 'autopilot') return [];
  return effects.flatMap((effect): TellOperator[] => {
    if (effect.type !== 'sendMessage' || effect.letters.includes('operator-reply')) return [];
    return [{ type: 'tellOperator', about: 'draft-due', because: `a draft waits: ${effect.letters.join(', ')}` }];
  });
}
