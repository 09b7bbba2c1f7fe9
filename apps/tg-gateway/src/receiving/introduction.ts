import { Injectable } from '@nestjs/common';
import { BotStore } from '@app/persistence/telegram/bot.store';
import { TelegramSettings } from '@app/runtime/config/telegram-settings';
import { isRecord, textOf } from '../api/unknown-values';
import { TelegramApi } from '../api/telegram-api';

/** Asks Telegram who the bot is, and stores it for those who make links to it. */
@Injectable()
export class Introduction {
  constructor(
    private readonly bots: BotStore,
    private readonly settings: TelegramSettings,
    private readonly api: TelegramApi,
  ) {}

  /** Throws `ApiFailure` when Telegram does not say. */
  async make(signal: AbortSignal): Promise<void> {
    const me = await this.api.call('getMe', {}, { signal });
    const username = isRecord(me) ? textOf(me['username']) : '';
    const { telegramProduct: productId, telegramWebhookUrl: webhook = '' } = this.settings;
    await this.bots.introduce({ _id: this.api.botId, username, productId, webhook });
  }
}
