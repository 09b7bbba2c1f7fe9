import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { aMessageDocument } from '@app/persistence/testing/documents';

/** A message as a gateway stores it. */
export function aMessage(from: string, text: string, change: Partial<InboundMessage> = {}): InboundMessage {
  const subject = 'Re: Отзывы';
  return aMessageDocument({ from, fromName: '', subject, text, storedAt: new Date(), ...change });
}
