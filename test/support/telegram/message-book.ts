import type { ApiObject } from './api-object';
import type { SentByBot } from './emulator';

/** Which chat: the bot's own ('' for the connection), or one of a business account. */
export interface Place {
  readonly chatId: string;
  readonly businessConnectionId: string;
}

/** What the bot's own messages have beside what the API shows. */
export interface SentContent {
  readonly method: SentByBot['method'];
  readonly file: SentByBot['file'];
  readonly at: number;
}

export interface StoredMessage {
  readonly place: Place;
  readonly messageId: number;
  /** `Message` of the API. */
  shown: ApiObject;
  /** null for what people wrote. */
  readonly sent: SentContent | null;
}

/** Every message of every chat, oldest first. */
export class MessageBook {
  private readonly messages = new Map<string, StoredMessage>();
  private newestId = 100;

  constructor(private readonly onSent: (message: SentByBot) => void) {}

  add(place: Place, content: ApiObject, sent: SentContent | null = null): StoredMessage {
    const messageId = ++this.newestId;
    const stored = { place, messageId, shown: { message_id: messageId, ...content }, sent };
    this.messages.set(keyOf(place, messageId), stored);
    if (sent !== null) this.onSent(sentByBot(stored, sent));
    return stored;
  }

  find(place: Place, messageId: number): StoredMessage | null {
    return this.messages.get(keyOf(place, messageId)) ?? null;
  }

  remove(message: StoredMessage): void {
    this.messages.delete(keyOf(message.place, message.messageId));
  }

  ofBot(): readonly SentByBot[] {
    return [...this.messages.values()].flatMap((message) =>
      message.sent === null ? [] : [sentByBot(message, message.sent)],
    );
  }
}

function keyOf({ chatId, businessConnectionId }: Place, messageId: number): string {
  return `${businessConnectionId}:${chatId}:${messageId}`;
}

function sentByBot({ place, messageId, shown }: StoredMessage, sent: SentContent): SentByBot {
  const { text, caption, entities, caption_entities: captionEntities, reply_to_message: answered } = shown;
  return {
    ...place,
    ...sent,
    messageId,
    text: (text ?? caption ?? '') as string,
    entities: (entities ?? captionEntities ?? []) as SentByBot['entities'],
    buttons: buttonsOf(shown),
    replyTo: (answered as { readonly message_id: number } | undefined)?.message_id ?? null,
  };
}

function buttonsOf({ reply_markup: markup }: ApiObject): SentByBot['buttons'] {
  const rows = (markup as { readonly inline_keyboard?: readonly (readonly ApiObject[])[] } | undefined)
    ?.inline_keyboard;
  return (rows ?? []).map((row) =>
    row.map(({ text, callback_data: action, url }) => ({
      label: String(text),
      action: (action ?? url ?? '') as string,
    })),
  );
}
