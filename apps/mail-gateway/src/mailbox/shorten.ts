import { createHash } from 'node:crypto';
import type { InboundMessage } from '@app/persistence/messages/message.schema';

const LONGEST_TEXT = 500_000;
const LONGEST_LINE = 1_000;
const LONGEST_ID = 1_200;
const MOST_IDS = 100;

/** Cuts what no honest mail has so much of: a document holds 16 MB, and one mail too big for it would stop the mailbox. */
export function shorten(message: InboundMessage): InboundMessage {
  const { accountId, externalId: id } = message;
  const externalId = id.length > LONGEST_ID ? createHash('sha256').update(id).digest('hex') : id;
  return {
    ...message,
    _id: `email:${accountId}:${externalId}`,
    externalId,
    from: message.from.slice(0, LONGEST_LINE),
    fromName: message.fromName.slice(0, LONGEST_LINE),
    to: message.to.slice(0, MOST_IDS).map((address) => address.slice(0, LONGEST_LINE)),
    subject: message.subject.slice(0, LONGEST_LINE),
    text: message.text.slice(0, LONGEST_TEXT),
    quotedText: message.quotedText.slice(0, LONGEST_TEXT),
    signature: message.signature.slice(0, LONGEST_TEXT),
    messageId: message.messageId.slice(0, LONGEST_ID),
    threadIds: message.threadIds.slice(0, MOST_IDS).map((threadId) => threadId.slice(0, LONGEST_ID)),
    tokens: message.tokens.slice(0, MOST_IDS),
    attachments: message.attachments.slice(0, MOST_IDS).map(({ name, contentType, size, sha256 }) => ({
      name: name.slice(0, LONGEST_LINE),
      contentType: contentType.slice(0, LONGEST_LINE),
      size,
      sha256,
    })),
  };
}
