import { randomUUID } from 'node:crypto';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { Contact } from '../contacts/contact.schema';
import type { ConversationDocument } from '../conversations/conversation.schema';
import { NOT_TRIED_YET, type OutboxMessage } from '../outbox/outbox.schema';

const LONG_AGO = new Date(0);

/** A contact of the product `otzyvy`. */
export function aContactDocument(facts: Partial<Contact> = {}): Contact {
  return {
    _id: 'contact-1',
    productId: 'otzyvy',
    name: 'Анна',
    company: 'Вкусный дом',
    language: 'ru',
    addresses: ['anna@example.com'],
    accountId: 'sales',
    conversationId: facts._id ?? 'conversation-1',
    referredBy: null,
    stoppedAt: null,
    revision: 0,
    createdAt: LONG_AGO,
    ...facts,
  };
}

/** A conversation that waits for a reply, at revision 0, leased by nobody. */
export function aConversationDocument(facts: Partial<ConversationDocument> = {}): ConversationDocument {
  return {
    _id: 'conversation-1',
    contactId: 'contact-1',
    productId: 'otzyvy',
    stage: 'awaiting-reply',
    memory: EMPTY_MEMORY,
    revision: 0,
    machineVersion: 1,
    token: 'aaaaaaaaaa',
    thread: { subject: 'Отзывы', last: '', references: [] },
    closed: false,
    opening: { eventId: 'opening', at: LONG_AGO, referredBy: null },
    createdAt: LONG_AGO,
    lease: null,
    epoch: 0,
    quarantined: null,
    ...facts,
  };
}

/** A queued opening, due at once; each has an id, a recipient and a Message-ID of its own. */
export function aLetter(facts: Partial<OutboxMessage> = {}): OutboxMessage {
  const id = facts._id ?? randomUUID();
  return {
    _id: id,
    channel: 'email',
    accountId: 'sales',
    contactId: 'contact-1',
    conversationId: 'conversation-1',
    letters: ['opening'],
    fromName: 'Мария Смирнова',
    to: `${id}@example.com`,
    toName: 'Анна',
    subject: 'Отзывы ваших гостей',
    text: 'Здравствуйте, Анна!\n\nКоротко о деле.\n',
    attachments: [],
    messageId: `<${id}@seller.test>`,
    inReplyTo: null,
    references: [],
    token: 'aaaaaaaaaa',
    passes: null,
    createdAt: LONG_AGO,
    ...NOT_TRIED_YET,
    ...facts,
  };
}
