import type { ChatFacts } from '@app/domain/chat-facts';
import type { ContactTelegram } from '@app/persistence/contacts/contact.schema';

/** What a contact's chat is after something happened in it: who writes there can be written to again. */
export function chatAfter(chat: ContactTelegram, accountId: string, facts: ChatFacts): ContactTelegram {
  const { happening, username, languageCode, chatId, businessConnectionId } = facts;
  switch (happening.type) {
    case 'blocked':
      return { ...chat, unreachable: true };
    case 'migrated':
      return { ...chat, chatId: happening.to };
    default:
      return { ...chat, accountId, chatId, username, languageCode, businessConnectionId, unreachable: false };
  }
}
