import { telegramAddress } from '@app/domain/address';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { toInboundMessage } from './to-inbound-message';

/** The message that is stored when Telegram says of a letter that its chat has another id by now; the same one again. */
export function toMigratedMessage(letter: OutboxMessage, to: string, botId: string, storedAt: Date): InboundMessage {
  const message = toInboundMessage(
    {
      updateId: 0,
      chatId: letter.to,
      user: { id: Number(letter.recipient.slice(telegramAddress('').length)), first_name: letter.toName },
      happening: { type: 'migrated', to },
      text: '',
      messageId: null,
      repliesTo: null,
      at: null,
      file: null,
      businessConnectionId: letter.chat?.businessConnectionId ?? null,
    },
    { botId, attachments: [], storedAt },
  );
  const externalId = `migrated:${letter.to}`;
  return { ...message, _id: `${message.accountId}:${externalId}`, externalId };
}
