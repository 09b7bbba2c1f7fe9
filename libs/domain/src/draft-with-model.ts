import type { EffectBody } from './effect';
import type { SendMessage } from './send-message';
import type { ContactStarted, ConversationOpened, MessageUnderstood } from './event';
import { areReplaceable } from './letter';
import type { Plan } from './plan';
import type { Want } from './want';

/** Nobody waits for an opening letter, so the model has an hour for it. */
const OPENING_WITHIN_MS = 3_600_000;

/**
 * Lets a model draft the plan's answer, where it may and there is something to draft it from. What a newer message could
 * not replace is written at once, and so is what goes out beside a person.
 */
export function draftWithModel(plan: Plan, wants: readonly Want[], { at, rules }: MessageUnderstood): Plan {
  const { model } = rules;
  if (!model?.writes.answers || plan.stage === 'handed-over') return plan;
  const dueAt = new Date(at.getTime() + model.answerWithinSeconds * 1000);
  const asking = wants.filter(({ intent }) => intent.type === 'question').map(({ messageId }) => messageId);
  const request = { kind: 'answer', answers: [...new Set(asking)], attempt: 1, dueAt } as const;
  const drafted = (effect: EffectBody): EffectBody =>
    effect.type === 'sendMessage' && isDraftable(effect)
      ? { type: 'askModel', request: { ...request, letter: effect } }
      : effect;
  return { ...plan, effects: plan.effects.map(drafted) };
}

/** The opening letter: asked for where a model may write it, else from the template. */
export function openWithModel({ at, rules, passages = [], referred }: ConversationOpened | ContactStarted): EffectBody {
  const letter: SendMessage = { type: 'sendMessage', letters: [referred ? 'referral-opening' : 'opening'] };
  // Who pointed us to a contact is said as the operator wrote it.
  if (!rules.model?.writes.openings || referred || passages.length === 0) return letter;
  const dueAt = new Date(at.getTime() + OPENING_WITHIN_MS);
  return {
    type: 'askModel',
    request: { kind: 'offer', letter: { ...letter, passages }, answers: [], attempt: 1, dueAt },
  };
}

function isDraftable({ letters, passages = [] }: SendMessage): boolean {
  return letters.includes('answer') && passages.length > 0 && areReplaceable(letters);
}
