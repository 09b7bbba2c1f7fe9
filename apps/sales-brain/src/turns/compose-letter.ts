import { emailAmong } from '@app/domain/address';
import type { Channel } from '@app/domain/channel';
import type { Effect } from '@app/domain/effect';
import type { SendMessage } from '@app/domain/send-message';
import { isOpening, type Letter } from '@app/domain/letter';
import type { Rules } from '@app/domain/rules';
import { replySubject } from '@app/mail-text/threading';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { MailThread } from '@app/persistence/conversations/conversation.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { NOT_TRIED_YET, type OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { MailFacts } from '@app/product/mail-facts';
import type { Product } from '@app/product/product';
import { writeMail } from '@app/product/write-mail';
import { writeQuote } from '@app/product/write-quote';
import { composeChat } from './compose-chat';
import { newMessageId } from './message-id';
import { whenItLeaves } from './when-it-leaves';
import { whereTo } from './where-to';

/** What a letter is made of, besides the effect that asks for it. */
export interface LetterFacts {
  readonly conversationId: string;
  readonly token: string;
  readonly contact: Contact;
  readonly referrer: Contact | null;
  readonly product: Product;
  readonly rules: Rules;
  readonly accountAddress: string;
  readonly thread: MailThread;
  /** Where the contact wrote last. */
  readonly channel: Channel;
  readonly emailGivenUp: boolean;
  readonly telegram: MailFacts['telegram'];
  readonly now: Date;
  /** The suppression a letter of this decision may pass: the one it confirms, or asks to lift. */
  readonly suppressionId: string | null;
  /** The message it answers; null when it answers none. */
  readonly answered: InboundMessage | null;
}

/** Makes the message an effect asks for, for the channel the contact is on, ready to be handed over but for its form there. */
export function composeLetter(effect: SendMessage & Pick<Effect, 'key'>, facts: LetterFacts): OutboxMessage {
  const { contact, product, rules, now } = facts;
  const { letters } = effect;
  const { channel, recipient } = whereTo(contact, facts.channel, facts);
  const written = { ...facts, contact: { ...contact, address: emailAmong(contact.addresses) ?? '' } };
  const content =
    channel === 'telegram' && contact.telegram
      ? composeChat(effect, written, contact.telegram, facts.answered)
      : composeMail(effect, written, recipient);
  return {
    _id: effect.key,
    channel,
    recipient,
    productId: product.id,
    contactId: contact._id,
    conversationId: facts.conversationId,
    letters,
    fromName: product.settings.sender.name[contact.language],
    toName: contact.name,
    ...content,
    rests: (effect.drafted ?? []).map(({ text, passages }) => ({ sentence: text, passages })),
    token: facts.token,
    passes: letters.some(mayPass) ? facts.suppressionId : null,
    ...whenItLeaves(effect, { ...facts, channel }),
    createdAt: now,
    ...NOT_TRIED_YET,
    status: rules.approval === 'approve' && !letters.includes('operator-reply') ? 'draft' : 'queued',
  };
}

function composeMail(effect: SendMessage & Pick<Effect, 'key'>, facts: LetterFacts & MailFacts, to: string) {
  const { contact, product, rules, thread } = facts;
  const { letters } = effect;
  const { subject, ...written } = writeMail(effect, facts);
  const opensThread = letters.some(isOpening) || thread.subject === '';
  return {
    accountId: contact.accountId,
    to,
    subject: opensThread ? (subject ?? product.settings.name[contact.language]) : replySubject(thread.subject),
    ...written,
    chat: null,
    messageId: newMessageId(facts.accountAddress),
    inReplyTo: thread.last || null,
    references: thread.references,
    quote: facts.answered?.channel === 'email' ? quoteOf(facts.answered, contact, rules) : null,
    requiredChecks: letters.some(isOpening) ? product.settings.requiredChecks : [],
  };
}

function quoteOf(
  { sentAt, storedAt, from, fromName, text, quotedText }: InboundMessage,
  { language }: Pick<Contact, 'language'>,
  { timeZone }: Rules,
): OutboxMessage['quote'] {
  const message = { at: sentAt ?? storedAt, from: { name: fromName, address: from }, text, quotedText };
  return writeQuote(message, language, timeZone);
}

/** The three letters that may pass a suppression, each once. */
function mayPass(letter: Letter): boolean {
  return letter === 'stop-confirmed' || letter === 'redirect-thanks' || letter === 'ask-to-resume';
}
