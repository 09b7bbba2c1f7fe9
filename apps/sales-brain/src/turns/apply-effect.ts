import type { Effect } from '@app/domain/effect';
import { composeLetter } from './compose-letter';
import { newConversation } from './new-conversation';
import type { Surroundings } from './surroundings';
import type { TurnDraft } from './turn-draft';

interface EffectFacts extends Surroundings {
  /** All effects of the decision this one belongs to. */
  readonly effects: readonly Effect[];
  /** Who wrote the message that asked to stop. */
  readonly sender: string | null;
}

/** Turns one effect into what the commit will write. */
export function applyEffect(effect: Effect, draft: TurnDraft, facts: EffectFacts): void {
  switch (effect.type) {
    case 'sendMessage':
      draft.write(
        composeLetter(effect, {
          ...facts,
          conversationId: draft.conversation.id,
          token: facts.conversation.token,
          thread: draft.thread,
          suppressionId: facts.effects.find(({ type }) => type === 'suppress')?.key ?? null,
        }),
      );
      return;
    case 'understandMessage':
      // Read by the turn taker, as a turn of its own.
      return;
    case 'withdrawMessage':
      draft.withdraw(effect.outboxId);
      return;
    case 'repeatMessage':
      draft.repeat(effect.outboxId);
      return;
    case 'scheduleTimer':
      draft.schedule({
        _id: effect.key,
        conversationId: draft.conversation.id,
        timer: effect.timer,
        dueAt: effect.dueAt,
        status: 'scheduled',
      });
      return;
    case 'cancelTimers':
      draft.cancelTimers();
      return;
    case 'cancelMessages':
      draft.cancelLetters();
      return;
    case 'suppress':
      draft.suppress({
        id: effect.key,
        because: effect.because,
        messageId: effect.messageId ?? null,
        at: facts.now,
        addresses: [...new Set([...facts.contact.addresses, ...(facts.sender ? [facts.sender] : [])])],
      });
      return;
    case 'openConversation':
      draft.open(newConversation(colleagueOf(facts, effect.address)));
      return;
    default:
      effect satisfies never;
  }
}

/** A colleague is of the same company, language and mail account as the contact who named them. */
function colleagueOf({ contact, now }: EffectFacts, address: string): Parameters<typeof newConversation>[0] {
  return {
    _id: crypto.randomUUID(),
    productId: contact.productId,
    name: '',
    company: contact.company,
    language: contact.language,
    addresses: [address],
    accountId: contact.accountId,
    referredBy: contact._id,
    stoppedAt: null,
    revision: 0,
    createdAt: now,
  };
}
