import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** A contact's answer to an opening letter, as the gateway stores it: a question that the product's knowledge answers. */
export function question(opening: OutboxMessage, storedAt: Date): InboundMessage {
  const externalId = `question-${opening.contactId}`;
  return {
    _id: `email:${opening.accountId}:${externalId}`,
    channel: 'email',
    accountId: opening.accountId,
    externalId,
    kind: 'human',
    from: opening.to,
    fromName: 'Анна',
    subject: `Re: ${opening.subject}`,
    text: 'Добрый день! Сколько стоит подключение и есть ли скидка при оплате за год?',
    quotedText: opening.text,
    signature: '',
    messageId: `<${externalId}@bench.test>`,
    threadIds: [opening.messageId],
    tokens: [opening.token],
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
