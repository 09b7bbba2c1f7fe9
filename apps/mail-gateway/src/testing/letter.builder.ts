import { randomUUID } from 'node:crypto';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** An opening letter that waits to be sent; each has an id and a Message-ID of its own. */
export function aLetter(different: Partial<OutboxMessage> = {}): OutboxMessage {
  const id = randomUUID();
  return {
    _id: id,
    channel: 'email',
    accountId: 'an-account',
    contactId: 'a-contact',
    conversationId: 'a-conversation',
    letters: ['opening'],
    to: `${id}@contact.test`,
    toName: 'Мария Иванова',
    subject: 'Отзывы ваших гостей',
    text: 'Здравствуйте, Мария!\n\nКоротко о деле.\n',
    attachments: [],
    messageId: `<${id}@sales.test>`,
    inReplyTo: null,
    references: [],
    token: 'abcdefghij',
    passes: null,
    createdAt: new Date('2026-11-02T09:00:00Z'),
    status: 'queued',
    notBefore: new Date(0),
    leaseNumber: 0,
    leasedBy: null,
    leaseUntil: null,
    claimId: null,
    repeats: 0,
    attempts: [],
    outcome: null,
    rejectedFor: null,
    settledAt: null,
    ...different,
  };
}
