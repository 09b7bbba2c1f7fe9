import { createHash } from 'node:crypto';
import { actionOf } from '@app/domain/chat-choice';
import type { Effect } from '@app/domain/effect';
import type { SendMessage } from '@app/domain/send-message';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { ChatContent, OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { ContactTelegram } from '@app/persistence/contacts/contact.schema';
import type { ChoiceButton } from '@app/product/chat-buttons';
import type { MailFacts } from '@app/product/mail-facts';
import { writeChat } from '@app/product/write-chat';

/** What a message has that is handed over in a chat, and what of a mail it has not. */
type InChat = Pick<
  OutboxMessage,
  | 'accountId'
  | 'to'
  | 'subject'
  | 'text'
  | 'html'
  | 'chat'
  | 'quote'
  | 'invitations'
  | 'attachments'
  | 'messageId'
  | 'inReplyTo'
  | 'references'
  | 'requiredChecks'
>;

/** Makes what an effect asks for as a message of a chat: no subject, no greeting, no quote, but buttons. */
export function composeChat(
  effect: SendMessage & Pick<Effect, 'key'>,
  facts: MailFacts,
  telegram: ContactTelegram,
  answered: InboundMessage | null,
): InChat {
  const { accountId, chatId: to, businessConnectionId } = telegram;
  const { buttons, ...written } = writeChat(effect, facts);
  const chat: ChatContent = {
    businessConnectionId,
    buttons: withActions(buttons, effect.key),
    replyTo: repliesTo(answered),
  };
  return {
    accountId,
    to,
    subject: '',
    html: '',
    ...written,
    chat,
    quote: null,
    // Telegram gives it its id.
    messageId: '',
    inReplyTo: null,
    references: [],
    requiredChecks: [],
  };
}

/** Each names the message it stands under, so that pressing it a second time is known to be the same. */
function withActions(rows: readonly (readonly ChoiceButton[])[], outboxId: string): ChatContent['buttons'] {
  const mark = createHash('sha256').update(outboxId).digest('base64url').slice(0, MARK_LENGTH);
  return rows.map((row) => row.map(({ label, choice }) => ({ label, action: actionOf(mark, choice) })));
}

/** 132 bits: with the longest choice well below the 64 bytes that Telegram carries. */
const MARK_LENGTH = 22;

/** Words are answered as a reply to them; a command or a button is not. */
function repliesTo(answered: InboundMessage | null): string | null {
  return answered?.channel === 'telegram' && answered.kind === 'human' ? answered.messageId : null;
}
