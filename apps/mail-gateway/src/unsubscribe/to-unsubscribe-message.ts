import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** When the button of a letter was pressed. */
export interface Pressed {
  readonly letter: Pick<OutboxMessage, 'messageId' | 'accountId'>;
  /** How often the recipient's stop had been lifted before. */
  readonly lifts: number;
  /** Business time. */
  readonly at: Date;
}

/**
 * The message that is stored when the recipient of a letter unsubscribes: the same one however often the button is
 * pressed, and another once the stop it led to was lifted. Who pressed it is not known, only by which letter.
 */
export function toUnsubscribeMessage({ letter, lifts, at }: Pressed): InboundMessage {
  const { accountId, messageId } = letter;
  const externalId = `unsubscribe ${messageId}${lifts === 0 ? '' : ` ${lifts}`}`;
  return {
    _id: `email:${accountId}:${externalId}`,
    channel: 'email',
    accountId,
    externalId,
    kind: 'unsubscribe',
    facts: { type: 'none' },
    chat: null,
    from: '',
    fromName: '',
    to: [],
    subject: '',
    text: '',
    quotedText: '',
    signature: '',
    messageId: '',
    threadIds: [messageId],
    tokens: [],
    attachments: [],
    sentAt: null,
    storedAt: at,
    order: 0,
    unreadable: null,
    raw: null,
    state: 'new',
    conversationId: null,
    matchedBy: null,
    senderKnown: false,
  };
}
