import { Injectable } from '@nestjs/common';
import { BotStore } from '@app/persistence/telegram/bot.store';
import { TelegramApi } from '../api/telegram-api';

/** Whether the bot is paused, as it was when the feed last told of it: no message waits for that to be read. */
@Injectable()
export class BotPause {
  private known: Promise<boolean> | undefined;

  constructor(
    private readonly bots: BotStore,
    private readonly api: TelegramApi,
  ) {}

  isPaused(): Promise<boolean> {
    if (this.known) return this.known;
    const read = this.bots.find(this.api.botId).then((bot) => (bot?.paused ?? null) !== null);
    read.catch(() => {
      if (this.known === read) this.known = undefined;
    });
    this.known = read;
    return read;
  }

  /** The bot was changed, or may have been unseen. */
  forget(): void {
    this.known = undefined;
  }
}
