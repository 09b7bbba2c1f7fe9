import { Injectable } from '@nestjs/common';
import type { ChatFacts } from '@app/domain/chat-facts';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { NewConversation } from '@app/persistence/contacts/open-conversation';
import type { Starter } from '@app/persistence/links/bind-telegram';
import { LinkStore } from '@app/persistence/links/link.store';
import type { Filing } from '@app/persistence/messages/filing';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { Catalogue } from '../turns/catalogue';
import { newChatContact } from './new-chat-contact';

/** Finds whose a chat is. Who is nobody's contact yet becomes one by pressing Start, or by writing to us. */
@Injectable()
export class ChatFiling {
  constructor(
    private readonly links: LinkStore,
    private readonly accounts: AccountStore,
    private readonly catalogue: Catalogue,
  ) {}

  /** Null when nobody answers: what a stranger does besides writing, who was stopped for good, tokens that are guessed. */
  async match(message: InboundMessage): Promise<Filing | null> {
    const { chat } = message;
    if (!chat) return null;
    const starter = starterOf(message, chat);
    const { happening } = chat;
    if (happening.type === 'started' && happening.token !== null) {
      const joined = await this.links.join(happening.token, starter);
      if (joined.type === 'ignored') return null;
      if (joined.type === 'joined') return filedUnder(joined.contact, 'token');
      if (joined.type === 'known') return filedUnder(joined.contact, 'sender');
      if (joined.type === 'introduced') return this.open(message, starter, joined.by);
    }
    const known = await this.links.contactOf(chat.userId);
    if (known) return filedUnder(known, 'sender');
    if (isNoWord(chat)) return null;
    return (await this.byName(message, starter)) ?? this.open(message, starter, null);
  }

  /** The contact whom the operator knows by the name this user bears. */
  private async byName({ chat }: InboundMessage, starter: Starter): Promise<Filing | null> {
    const bot = await this.catalogue.bot();
    if (!bot || chat?.happening.type !== 'started' || chat.username === '') return null;
    const contact = await this.links.joinByName(bot.productId, starter);
    return contact && filedUnder(contact, 'sender');
  }

  private async open(message: InboundMessage, starter: Starter, referrer: Contact | null): Promise<Filing | null> {
    const opened = await this.newContact(message, referrer);
    if (!opened) return null;
    switch (await this.links.open(opened, starter.telegram)) {
      case 'opened':
        return filedUnder(opened.contact, 'sender');
      case 'suppressed':
        return null;
      // By another of their messages, a moment ago.
      case 'in-conversation': {
        const known = await this.links.contactOf(starter.telegram.userId);
        return known && filedUnder(known, 'sender');
      }
    }
  }

  private async newContact(message: InboundMessage, referrer: Contact | null): Promise<NewConversation | null> {
    const productId = referrer?.productId ?? (await this.catalogue.bot())?.productId ?? '';
    const product = await this.catalogue.product(productId);
    if (!product?.settings.telegram.enabled) return null;
    const [account] = referrer ? [] : await this.accounts.ofProduct(productId);
    return newChatContact(message, { product, referrer, accountId: referrer?.accountId ?? account?._id ?? '' });
  }
}

function starterOf({ _id: messageId, storedAt: at, accountId }: InboundMessage, chat: ChatFacts): Starter {
  const { userId, chatId, username, languageCode, businessConnectionId } = chat;
  const reached = { startedAt: at, unreachable: false, businessConnectionId };
  return { telegram: { accountId, userId, chatId, username, languageCode, ...reached }, messageId, at };
}

function filedUnder({ conversationId }: Contact, matchedBy: Filing['matchedBy']): Filing {
  return { conversationId, matchedBy, senderKnown: true };
}

function isNoWord({ happening: { type } }: ChatFacts): boolean {
  return type === 'blocked' || type === 'unblocked' || type === 'migrated';
}
