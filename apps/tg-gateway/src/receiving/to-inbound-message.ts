import { telegramAddress } from '@app/domain/address';
import type { InboundMessage, StoredAttachment } from '@app/persistence/messages/message.schema';
import { botAccountId } from '@app/persistence/telegram/bot.schema';
import type { Said } from './said';
import { toMessageId } from './to-message-id';

export interface ReceivedBy {
  readonly botId: string;
  readonly attachments: readonly StoredAttachment[];
  /** Business time. */
  readonly storedAt: Date;
}

/** Makes the message that is stored of what a person said or did. */
export function toInboundMessage(said: Said, { botId, attachments, storedAt }: ReceivedBy): InboundMessage {
  const { updateId, chatId, user, happening, messageId, repliesTo, businessConnectionId } = said;
  const accountId = botAccountId(botId);
  const kind = kindOf(said);
  return {
    _id: `${accountId}:${updateId}`,
    channel: 'telegram',
    accountId,
    externalId: String(updateId),
    kind,
    facts: { type: 'none' },
    chat: {
      chatId,
      userId: String(user.id),
      username: user.username ?? '',
      languageCode: user.language_code ?? '',
      happening,
      businessConnectionId,
    },
    from: telegramAddress(String(user.id)),
    fromName: [user.first_name, user.last_name].filter(Boolean).join(' '),
    // The owner of a business account writes to whom the chat is with.
    to: [kind === 'operator' ? telegramAddress(chatId) : accountId],
    subject: '',
    text: said.text,
    quotedText: '',
    signature: '',
    messageId: messageId === null ? '' : toMessageId(chatId, messageId),
    threadIds: repliesTo === null ? [] : [toMessageId(chatId, repliesTo)],
    tokens: [],
    attachments,
    sentAt: said.at,
    storedAt,
    order: updateId,
    unreadable: null,
    raw: null,
    state: 'new',
    conversationId: null,
    matchedBy: null,
    senderKnown: false,
  };
}

/** A chat of two bears the id of the person the account talks to: who writes there under another one is the owner. */
function kindOf({ happening, businessConnectionId, chatId, user }: Said): 'human' | 'operator' | 'chat' {
  switch (happening.type) {
    case 'wrote':
    case 'edited':
      return businessConnectionId !== null && chatId !== String(user.id) ? 'operator' : 'human';
    case 'started':
    case 'asked':
    case 'pressed':
    case 'shared':
    case 'blocked':
    case 'unblocked':
    case 'migrated':
      return 'chat';
    default:
      return happening satisfies never;
  }
}
