import { channelOf, emailAmong } from '@app/domain/address';
import type { Effect, Suppress } from '@app/domain/effect';
import type { SendMessage } from '@app/domain/send-message';
import { cellsOf } from '@app/domain/free-slots';
import { isOpening } from '@app/domain/letter';
import type { BookedSlot } from '@app/domain/slot';
import { newStartLink, type StartLink } from '@app/persistence/links/start-link';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { ApprovedDraft, NewSlot, NewSuppression } from '@app/persistence/turns/turn-commit';
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
      draft.letters.withdraw(effect.outboxId);
      return;
    case 'repeatMessage':
      draft.letters.repeat(effect.outboxId);
      return;
    case 'approveDraft':
      draft.letters.approve(approvedOf(effect, draft, facts));
      return;
    case 'tellOperator': {
      const notice = composeNotice(effect, facts);
      if (notice) draft.letters.notify(notice);
      return;
    }
    case 'scheduleTimer':
      draft.timers.schedule({
        _id: effect.key,
        conversationId: draft.conversation.id,
        timer: effect.timer,
        dueAt: effect.dueAt,
        status: 'scheduled',
      });
      return;
    case 'cancelTimers':
      draft.timers.cancelAll();
      return;
    case 'cancelMessages':
      draft.letters.cancelAll();
      return;
    case 'suppress':
      draft.suppress(suppressionOf(effect, facts));
      return;
    case 'giveUpAddress':
      draft.giveUpAddress(bounceOf(effect, facts));
      return;
    case 'giveUpChat':
      draft.giveUpChat();
      return;
    case 'lift': {
      const { key: id, of, because, reason } = effect;
      draft.lift({ id, of, because, reason, at: facts.now, addresses: facts.contact.addresses });
      return;
    }
    case 'openConversation':
      open(effect.address, draft, facts);
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
  const { thread, conversation, channel, links } = draft;
  const telegram = { link: linkIn(effect, draft, facts), invitations: links.invitations };
  return composeLetter(effect, {
    ...facts,
    conversationId: conversation.id,
    token,
    thread,
    channel,
    emailGivenUp: conversation.memory.emailGivenUp,
    telegram,
    answered,
  });
}

/** A first letter says where the contact goes on in Telegram, by a link of the contact's own. */
function linkIn({ letters }: SendMessage, draft: TurnDraft, facts: EffectFacts): string {
  if (facts.bot === null || facts.contact.telegram || !letters.some(isOpening)) return '';
  return draft.links.add(linkFor(facts.contact._id, facts.bot, facts));
}

/** A bot cannot write first: who is reached in Telegram alone gets a link of their own, for the contact to pass on. */
function open(address: string, draft: TurnDraft, facts: EffectFacts): void {
  const colleague = newColleague(facts.contact, address, facts.now);
  draft.open(colleague);
  if (facts.bot === null || channelOf(address) !== 'telegram') return;
  draft.links.invite(address, linkFor(colleague.contact._id, facts.bot, facts));
}

function linkFor(contactId: string, bot: string, { product, now }: EffectFacts): StartLink {
  return newStartLink({ contactId, bot, days: product.settings.telegram.linkDays, now });
}

/** The operator's own words are written as a reply of the operator's is: as they stand. */
function approvedOf(
  { key, outboxId: id, text }: Effect & { readonly type: 'approveDraft' },
  draft: TurnDraft,
  facts: EffectFacts,
): ApprovedDraft {
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
  const addresses = [address ?? emailAmong(contact.addresses) ?? ''];
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
