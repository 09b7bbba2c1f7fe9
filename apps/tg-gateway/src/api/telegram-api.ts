import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { InjectBot } from 'nestjs-telegraf';
import type { Telegraf, Telegram } from 'telegraf';
import { botIdOf, TelegramSettings } from '@app/runtime/config/telegram-settings';
import { apiAgent } from './api-agent';
import { toApiFailure } from './api-failure';
import { isRecord, textOf } from './unknown-values';

/** What is asked of a call besides its parameters. */
interface CallLimits {
  readonly withinMs?: number;
  readonly signal?: AbortSignal;
}

/** The Bot API (https://core.telegram.org/bots/api), of one bot. Every call throws `ApiFailure` when it fails. */
@Injectable()
export class TelegramApi {
  readonly botId: string;
  private readonly telegram: Telegram;

  constructor(
    @InjectBot() bot: Telegraf,
    private readonly settings: TelegramSettings,
  ) {
    // Nest's module stops what was never launched, and telegraf throws then.
    bot.stop = () => undefined;
    // Given with the others, telegraf would leave the agent out for an http:// address.
    bot.telegram.options.agent = apiAgent(settings.telegramApiRoot);
    this.telegram = bot.telegram;
    this.botId = botIdOf(settings.telegramBotToken);
  }

  /** The answer's `result`. Untyped both ways: telegraf knows no Business fields, and whoever asks reads what it needs. */
  async call(method: string, parameters: object, { withinMs = ANSWER_MS, signal }: CallLimits = {}): Promise<unknown> {
    const limit = AbortSignal.timeout(withinMs);
    const options = { signal: signal ? AbortSignal.any([signal, limit]) : limit };
    try {
      return await this.telegram.callApi(method as 'getMe', parameters, options as never);
    } catch (error) {
      throw toApiFailure(error, this.settings.telegramBotToken);
    }
  }

  /** What a file holds that somebody sent. */
  async download(fileId: string, withinMs: number): Promise<Buffer> {
    const file = await this.call('getFile', { file_id: fileId });
    const { telegramApiRoot: root, telegramBotToken: token } = this.settings;
    const path = isRecord(file) ? textOf(file['file_path']) : '';
    try {
      const response = await fetch(`${root}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(withinMs) });
      if (!response.ok || response.body === null) throw new Error(`the download answers ${response.status}`);
      return await buffer(response.body);
    } catch (error) {
      throw toApiFailure(error, token);
    }
  }
}

const ANSWER_MS = 60_000;
