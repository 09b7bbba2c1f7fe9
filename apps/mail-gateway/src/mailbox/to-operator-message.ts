import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { MessageToStore } from '@app/persistence/messages/message-to-store';
import type { ReceivedMail } from './received-mail';
import { shorten } from './shorten';
import { toInboundMessage } from './to-inbound-message';

/**
 * Makes the message that is stored of a mail in the folder of sent mail; null when no person wrote it, such as a notice
 * of absence. Its external id says where it was found: a copy in the INBOX is another message. Never throws.
 */
export async function toOperatorMessage(mail: ReceivedMail): Promise<MessageToStore | null> {
  const { message, contents } = await toInboundMessage(mail);
  if (!isByHand(message.kind)) return null;
  const { externalId } = message;
  return { message: shorten({ ...message, kind: 'operator', externalId: `sent ${externalId}` }), contents };
}

function isByHand(kind: InboundMessage['kind']): boolean {
  switch (kind) {
    case 'auto_reply':
    case 'receipt':
    case 'bounce_hard':
    case 'bounce_soft':
    case 'unsubscribe':
    case 'chat':
      return false;
    case 'human':
    case 'list':
    case 'calendar':
    case 'operator':
      return true;
    default:
      return kind satisfies never;
  }
}
