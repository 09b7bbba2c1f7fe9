import { randomUUID } from 'node:crypto';
import { MACHINE_VERSION } from '@app/domain/conversation.machine';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { Contact } from '../contacts/contact.schema';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { InboundMessage } from '../messages/message.schema';
import { NOT_TRIED_YET, type OutboxMessage } from '../outbox/outbox.schema';
import type { TurnCommit, Writes } from '../turns/turn-commit';

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
    companyDomain: '',
    timeZone: null,
    interests: [],
    consent: { source: '', ground: '' },
    notes: [],
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
    machineVersion: MACHINE_VERSION,
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

/** A queued opening, due at once, bound to no window and counted against nothing; each has an id, a recipient and a Message-ID of its own. */
export function aLetter(facts: Partial<OutboxMessage> = {}): OutboxMessage {
  const id = facts._id ?? randomUUID();
  return {
    _id: id,
    channel: 'email',
    accountId: 'sales',
    productId: 'otzyvy',
    contactId: 'contact-1',
    conversationId: 'conversation-1',
    letters: ['opening'],
    fromName: 'Мария Смирнова',
    to: `${id}@example.com`,
    toName: 'Анна',
    subject: 'Отзывы ваших гостей',
    text: 'Здравствуйте, Анна!\n\nКоротко о деле.\n',
    html: '',
    rests: [],
    quote: null,
    requiredChecks: [],
    invitations: [],
    attachments: [],
    messageId: `<${id}@seller.test>`,
    inReplyTo: null,
    references: [],
    token: 'aaaaaaaaaa',
    passes: null,
    window: null,
    caps: null,
    createdAt: LONG_AGO,
    leavesFrom: LONG_AGO,
    ...NOT_TRIED_YET,
    ...facts,
  };
}

/** A person's mail from `anna@example.com` that nobody has filed; each has an identity and a Message-ID of its own. */
export function aMessageDocument(facts: Partial<InboundMessage> = {}): InboundMessage {
  const externalId = facts.externalId ?? randomUUID();
  return {
    _id: `email:sales:${externalId}`,
    channel: 'email',
    accountId: 'sales',
    externalId,
    kind: 'human',
    facts: { type: 'none' },
    from: 'anna@example.com',
    fromName: 'Анна',
    to: ['sales@seller.test'],
    subject: 'Re: Отзывы ваших гостей',
    text: 'Пришлите презентацию.',
    quotedText: '',
    signature: '',
    messageId: `<${externalId}@example.com>`,
    threadIds: [],
    tokens: [],
    attachments: [],
    sentAt: null,
    storedAt: LONG_AGO,
    order: 1,
    unreadable: null,
    raw: null,
    state: 'new',
    conversationId: null,
    matchedBy: null,
    senderKnown: false,
    ...facts,
  };
}

export const NO_WRITES: Writes = {
  letters: [],
  withdrawn: [],
  repeated: [],
  cancelLetters: false,
  timers: [],
  cancelTimers: false,
  jobs: [],
  superseded: [],
  hold: null,
  approved: [],
  suppressions: [],
  lifts: [],
  conversations: [],
  slots: [],
  releasedSlots: [],
  accessCodes: [],
  language: null,
};

/** A commit of no turns that leaves the conversation where it is and writes only `writes`. */
export function aCommit(
  conversation: ConversationDocument,
  contact: Contact,
  writes: Partial<Writes> = {},
): TurnCommit {
  const { stage, memory, thread } = conversation;
  return {
    conversation,
    contact,
    stage,
    memory,
    thread,
    turns: [],
    handled: { messages: [], unfiled: [], deliveries: [], timers: [], commands: [] },
    writes: { ...NO_WRITES, ...writes },
  };
}
