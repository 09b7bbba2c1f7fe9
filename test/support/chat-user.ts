import type { ChatHappening } from '@app/domain/chat-facts';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { aMessageDocument } from '@app/persistence/testing/documents';
import { eventually } from './eventually';
import type { SalesWorld } from './sales-world';

/** The bot whose chats are played. */
export const BOT = {
  _id: '4242',
  username: 'otzyvy_bot',
  productId: 'otzyvy',
  webhook: '',
  heldBy: null,
  paused: null,
};

/** Lets a world have a bot, as a gateway that reached Telegram leaves it. */
export async function introduceBot(world: SalesWorld): Promise<void> {
  await world.db.telegramBots.insertMany([BOT]);
}

interface Facts {
  readonly username?: string;
  readonly languageCode?: string;
}

let updates = 0;

/** Somebody in Telegram: what they do is stored as the gateway stores it. */
export class ChatUser {
  /** As the ledger and the contact know this user. */
  readonly address: string;

  constructor(
    private readonly world: SalesWorld,
    readonly id: string,
    private readonly facts: Facts = {},
  ) {
    this.address = `telegram:${id}`;
  }

  starts(token: string | null = null): Promise<InboundMessage> {
    return this.does({ type: 'started', token });
  }

  writes(text: string, change: Partial<InboundMessage> = {}): Promise<InboundMessage> {
    return this.does({ type: 'wrote' }, { kind: 'human', text, ...change });
  }

  edits(message: InboundMessage, text: string): Promise<InboundMessage> {
    return this.does(
      { type: 'edited', edits: message.messageId },
      { kind: 'human', text, messageId: message.messageId },
    );
  }

  asks(command: 'stop' | 'help' | 'language'): Promise<InboundMessage> {
    return this.does({ type: 'asked', command });
  }

  /** Presses the button with this label under a message. */
  presses(label: string, letter: OutboxMessage): Promise<InboundMessage> {
    const button = letter.chat?.buttons.flat().find((one) => one.label === label);
    if (!button) throw new Error(`no button "${label}" under ${letter.letters.join('+')}`);
    return this.does({ type: 'pressed', action: button.action });
  }

  async does(happening: ChatHappening, change: Partial<InboundMessage> = {}): Promise<InboundMessage> {
    updates += 1;
    const externalId = String(updates);
    const { username = '', languageCode = 'ru' } = this.facts;
    const message = aMessageDocument({
      _id: `telegram:${BOT._id}:${externalId}`,
      channel: 'telegram',
      accountId: `telegram:${BOT._id}`,
      externalId,
      kind: 'chat',
      chat: { chatId: this.id, userId: this.id, username, languageCode, happening, businessConnectionId: null },
      from: this.address,
      fromName: 'Анна Котова',
      to: [`telegram:${BOT._id}`],
      messageId: `telegram:${this.id}:${externalId}`,
      subject: '',
      text: '',
      storedAt: this.world.now(),
      order: updates,
      ...change,
    });
    await this.world.db.messages.insertOne(message);
    return message;
  }

  /** The contact this user is, once they are one. */
  contact(): Promise<Contact> {
    return eventually(`a contact of ${this.address}`, () =>
      this.world.db.contacts
        .findOne({ addresses: this.address })
        .sort({ 'telegram.startedAt': -1 })
        .lean<Contact>()
        .exec(),
    );
  }

  /** Waits until the bot has something for this user, and hands it over. */
  async hears(): Promise<OutboxMessage> {
    return this.world.deliverTo(await this.contact());
  }

  /** Waits until everything this user did is taken. */
  async isHeard(): Promise<void> {
    await eventually('everything to be taken', async () => {
      const left = { $or: [{ state: 'new' as const }, { unhandledFor: { $exists: true } }] };
      return (await this.world.db.messages.exists({ from: this.address, ...left })) === null ? true : null;
    });
  }
}

/** The token of the link in a letter, or in what the CLI printed. */
export function tokenIn(text: string): string {
  const token = /t\.me\/\w+\?start=([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no link in: ${text}`);
  return token;
}
