import type { Effect } from '@app/domain/effect';
import type { SendMessage } from '@app/domain/send-message';
import { isOpening, type Letter } from '@app/domain/letter';
import type { Rules } from '@app/domain/rules';
import { replySubject } from '@app/mail-text/threading';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { MailThread } from '@app/persistence/conversations/conversation.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { NOT_TRIED_YET, type OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Product } from '@app/product/product';
import { writeMail } from '@app/product/write-mail';
import { writeQuote } from '@app/product/write-quote';
import { newMessageId } from './message-id';
import { whenItLeaves } from './when-it-leaves';

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
  readonly now: Date;
  /** The suppression a letter of this decision may pass: the one it confirms, or asks to lift. */
  readonly suppressionId: string | null;
  /** The message it answers; null when it answers none. */
  readonly answered: InboundMessage | null;
}

/** Makes the mail an effect asks for, ready to be handed over but for its MIME form. */
export function composeLetter(effect: SendMessage & Pick<Effect, 'key'>, facts: LetterFacts): OutboxMessage {
  const { contact, product, rules, thread, now } = facts;
  const { letters } = effect;
  const address = contact.addresses[0] ?? '';
  const { subject, ...written } = writeMail(effect, { ...facts, contact: { ...contact, address } });
  const opensThread = letters.some(isOpening) || thread.subject === '';
  return {
    _id: effect.key,
    channel: 'email',
    accountId: contact.accountId,
    productId: product.id,
    contactId: contact._id,
    conversationId: facts.conversationId,
    letters,
    fromName: product.settings.sender.name[contact.language],
    to: address,
    toName: contact.name,
    subject: opensThread ? (subject ?? product.settings.name[contact.language]) : replySubject(thread.subject),
    ...written,
    rests: (effect.drafted ?? []).map(({ text, passages }) => ({ sentence: text, passages })),
    messageId: newMessageId(facts.accountAddress),
    inReplyTo: thread.last || null,
    references: thread.references,
    quote: facts.answered && quoteOf(facts.answered, contact, rules),
    requiredChecks: letters.some(isOpening) ? product.settings.requiredChecks : [],
    token: facts.token,
    passes: letters.some(mayPass) ? facts.suppressionId : null,
    ...whenItLeaves(letters, facts),
    createdAt: now,
    ...NOT_TRIED_YET,
    status: rules.approval === 'approve' && !letters.includes('operator-reply') ? 'draft' : 'queued',
  };
}

function quoteOf(
  { sentAt, storedAt, from, fromName, text, quotedText }: InboundMessage,
  { language }: Contact,
  { timeZone }: Rules,
): OutboxMessage['quote'] {
  const message = { at: sentAt ?? storedAt, from: { name: fromName, address: from }, text, quotedText };
  return writeQuote(message, language, timeZone);
}

/** The three letters that may pass a suppression, each once. */
function mayPass(letter: Letter): boolean {
  return letter === 'stop-confirmed' || letter === 'redirect-thanks' || letter === 'ask-to-resume';
}
