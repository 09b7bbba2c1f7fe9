import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { TelegramApi } from '../api/telegram-api';

/**
 * Shows somebody who wrote that an answer is being made, until one leaves from here or a while has passed. Nothing waits
 * for it, and it takes no message's turn.
 */
@Injectable()
export class Typing implements OnModuleDestroy {
  private readonly shown = new Map<string, NodeJS.Timeout>();

  constructor(private readonly api: TelegramApi) {}

  begin(chatId: string, businessConnectionId: string | null): void {
    this.end(chatId);
    if (this.shown.size < MOST_CHATS) this.show(chatId, businessConnectionId, TIMES);
  }

  end(chatId: string): void {
    clearTimeout(this.shown.get(chatId));
    this.shown.delete(chatId);
  }

  onModuleDestroy(): void {
    for (const chatId of [...this.shown.keys()]) this.end(chatId);
  }

  private show(chatId: string, businessConnectionId: string | null, times: number): void {
    const inTheNameOf = businessConnectionId === null ? {} : { business_connection_id: businessConnectionId };
    const action = { chat_id: chatId, action: 'typing', ...inTheNameOf };
    this.api.call('sendChatAction', action, { withinMs: LASTS_MS }).catch(() => undefined);
    const again = (): void => {
      this.shown.delete(chatId);
      if (times > 1) this.show(chatId, businessConnectionId, times - 1);
    };
    this.shown.set(chatId, setTimeout(again, LASTS_MS));
  }
}

/** Telegram's apps show it for five seconds. */
const LASTS_MS = 4_500;
const TIMES = 3;
/** When everybody writes at once, Telegram has better to do. */
const MOST_CHATS = 50;
