import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** What a contact writes. */
export interface Words {
  /** Tells this message from the contact's others. */
  readonly name: string;
  readonly text: string;
  /** Business time. */
  readonly storedAt: Date;
}

/** A contact's reply to a letter, as a gateway stores it. */
export function storedReply(letter: OutboxMessage, { name, text, storedAt }: Words): InboundMessage {
  const externalId = `${name}-${letter.contactId}`;
  return {
    _id: `email:${letter.accountId}:${externalId}`,
    channel: 'email',
    accountId: letter.accountId,
    externalId,
    kind: 'human',
    facts: { type: 'none' },
    chat: null,
    from: letter.to,
    fromName: letter.toName,
    to: [],
    subject: `Re: ${letter.subject}`,
    text,
    quotedText: letter.text,
    signature: '',
    messageId: `<${externalId}@contact.test>`,
    threadIds: [letter.messageId],
    tokens: [letter.token],
    attachments: [],
    sentAt: storedAt,
    storedAt,
    order: 1,
    unreadable: null,
    raw: null,
    state: 'new',
    conversationId: null,
    matchedBy: null,
    senderKnown: false,
  };
}
