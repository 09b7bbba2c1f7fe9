import type { Effect, Suppress } from '@app/domain/effect';
import type { SendMessage } from '@app/domain/send-message';
import { cellsOf } from '@app/domain/free-slots';
import type { BookedSlot } from '@app/domain/slot';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { NewSlot, NewSuppression } from '@app/persistence/turns/turn-commit';
import { composeLetter } from './compose-letter';
import { composeNotice } from './compose-notice';
import { newColleague } from './new-colleague';
import type { Surroundings } from './surroundings';
import type { TurnDraft } from './turn-draft';

interface EffectFacts extends Surroundings {
  /** The suppression a letter of this decision may pass. */
  readonly suppressionId: string | null;
  /** The message it answers, or that asked to stop. */
  readonly message: InboundMessage | null;
}

/** Turns one effect into what the commit will write. */
export function applyEffect(effect: Effect, draft: TurnDraft, around: EffectFacts): void {
  // As earlier effects of the same commit left the contact.
  const facts = { ...around, contact: draft.contact };
  switch (effect.type) {
    case 'sendMessage':
      draft.write(letterOf(effect, draft, facts));
      return;
    case 'understandMessage':
    case 'believeOffline':
      // Read by the turn taker, as a turn of its own.
      return;
    case 'askModel':
      draft.model.ask(effect);
      return;
    case 'stopAsking':
      draft.stopAsking(effect.jobId);
      return;
    case 'holdMessages':
      // As long as the conversation remembers why.
      return;
    case 'releaseMessages':
      draft.letLettersGo();
      return;
    case 'withdrawMessage':
      draft.withdraw(effect.outboxId);
      return;
    case 'repeatMessage':
      draft.repeat(effect.outboxId);
      return;
    case 'approveDraft':
      draft.approve(approvedOf(effect, draft, facts));
      return;
    case 'tellOperator': {
      const notice = composeNotice(effect, facts);
      if (notice) draft.notify(notice);
      return;
    }
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
      draft.suppress(suppressionOf(effect, facts));
      return;
    case 'giveUpAddress':
      draft.giveUpAddress(bounceOf(effect, facts));
      return;
    case 'lift': {
      const { key: id, of, because, reason } = effect;
      draft.lift({ id, of, because, reason, at: facts.now, addresses: facts.contact.addresses });
      return;
    }
    case 'openConversation':
      draft.open(newColleague(facts.contact, effect.address, facts.now));
      return;
    case 'bookSlot':
      draft.book(slotOf(effect.slot, draft, facts));
      return;
    case 'releaseSlot':
      draft.releaseSlot(effect.uid);
      return;
    case 'giveAccessCode':
      draft.giveAccessCode(effect.code);
      return;
    case 'changeLanguage':
      draft.changeLanguage(effect.language);
      return;
    default:
      effect satisfies never;
  }
}

function letterOf(
  effect: SendMessage & Pick<Effect, 'key'>,
  draft: TurnDraft,
  facts: EffectFacts,
): ReturnType<typeof composeLetter> {
  const { token } = facts.conversation;
  const answered = effect.answers === undefined ? null : facts.message;
  const { thread, conversation } = draft;
  return composeLetter(effect, { ...facts, conversationId: conversation.id, token, thread, answered });
}

/** The operator's own words are written as a reply of the operator's is: as they stand. */
function approvedOf(
  { key, outboxId: id, text }: Effect & { readonly type: 'approveDraft' },
  draft: TurnDraft,
  facts: EffectFacts,
): Parameters<TurnDraft['approve']>[0] {
  if (text === undefined) return { id, text: null, html: null };
  const reply = letterOf({ type: 'sendMessage', letters: ['operator-reply'], text, key }, draft, facts);
  return { id, text: reply.text, html: reply.html };
}

function suppressionOf(effect: Suppress & Pick<Effect, 'key'>, { contact, message, now }: EffectFacts): NewSuppression {
  return {
    id: effect.key,
    because: effect.because,
    messageId: effect.messageId ?? null,
    at: now,
    // Who asked is suppressed too, whoever that is; a button names nobody.
    addresses: [...new Set([...contact.addresses, ...(message?.from ? [message.from] : [])])],
    companyDomain: effect.company ? contact.companyDomain || null : null,
  };
}

function bounceOf(
  { key: id, address }: Effect & { readonly type: 'giveUpAddress' },
  { contact, now }: EffectFacts,
): NewSuppression {
  const addresses = [address ?? contact.addresses[0] ?? ''];
  return { id, because: 'bounced', messageId: null, at: now, addresses, companyDomain: null };
}

function slotOf(slot: BookedSlot, draft: TurnDraft, { contact, product, now }: EffectFacts): NewSlot {
  return {
    ...slot,
    productId: product.id,
    contactId: contact._id,
    conversationId: draft.conversation.id,
    cells: cellsOf(slot, product.settings.demo.slot.bufferMinutes),
    at: now,
  };
}
