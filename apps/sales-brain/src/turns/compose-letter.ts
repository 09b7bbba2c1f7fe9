import { randomBytes } from 'node:crypto';
import type { Effect, SendMessage } from '@app/domain/effect';
import { isOpening } from '@app/domain/letter';
import { replySubject } from '@app/mail-text/threading';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { MailThread } from '@app/persistence/conversations/conversation.schema';
import { NOT_TRIED_YET, type OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Product } from '@app/product/product';
import type { LetterVariables } from '@app/product/letter-variables';
import { renderMail } from '@app/product/render-letters';
import { dateInWords } from '@app/understanding/date-in-words';
import type { Rules } from '@app/domain/rules';

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
  /** The suppression made in the same decision: the letter that confirms it may pass it. */
  readonly suppressionId: string | null;
}

/** Makes the mail an effect asks for, ready to be handed over but for its MIME form. */
export function composeLetter(effect: SendMessage & Pick<Effect, 'key'>, facts: LetterFacts): OutboxMessage {
  const { contact, product, thread, now } = facts;
  const { subject, text } = renderMail(product, effect.letters, contact.language, variables(effect, facts));
  const opensThread = effect.letters.some(isOpening) || thread.subject === '';
  return {
    _id: effect.key,
    channel: 'email',
    accountId: contact.accountId,
    contactId: contact._id,
    conversationId: facts.conversationId,
    letters: effect.letters,
    fromName: product.settings.sender.name[contact.language],
    to: contact.addresses[0] ?? '',
    toName: contact.name,
    subject: opensThread ? (subject ?? product.settings.name[contact.language]) : replySubject(thread.subject),
    text,
    attachments: effect.letters.includes('presentation') ? presentation(product, contact) : [],
    messageId: newMessageId(facts.accountAddress),
    inReplyTo: thread.last || null,
    references: thread.references,
    token: facts.token,
    passes: effect.letters.includes('stop-confirmed') ? facts.suppressionId : null,
    createdAt: now,
    ...NOT_TRIED_YET,
  };
}

function variables(
  effect: SendMessage,
  { contact, referrer, product, rules, token, now }: LetterFacts,
): LetterVariables {
  const { language } = contact;
  const { name, sender, demo } = product.settings;
  const answers = product.knowledge
    .filter(({ id }) => effect.passages?.includes(id))
    .sort((one, other) => place(effect, one.id) - place(effect, other.id));
  return {
    contact: { name: contact.name, company: contact.company },
    product: { name: name[language] },
    sender: { name: sender.name[language], company: sender.company[language] },
    token,
    demo: { link: demo.link, login: demo.login, password: demo.password },
    ...(referrer ? { referrer: { name: referrer.name, company: referrer.company } } : {}),
    ...(effect.date ? { date: dateInWords(effect.date, language, rules.timeZone, now) } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(effect.text === undefined ? {} : { text: effect.text }),
  };
}

function place({ passages }: SendMessage, id: string): number {
  return passages?.indexOf(id) ?? 0;
}

function presentation({ settings, files }: Product, { language }: Contact): OutboxMessage['attachments'] {
  const file = files.find(({ name }) => name === settings.presentation[language]);
  return file ? [{ name: file.name, contentType: file.contentType, sha256: file.sha256 }] : [];
}

/** RFC 5322, section 3.6.4: unique for ever; 128 random bits, under the domain we write from. */
function newMessageId(address: string): string {
  return `<${randomBytes(16).toString('hex')}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}
