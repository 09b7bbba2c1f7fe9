import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { TelegramSettings } from '@app/runtime/config/telegram-settings';
import { errorWords } from '@app/runtime/error-words';
import { TelegramApi } from '../api/telegram-api';
import { againAfter } from './again-after';
import { Introduction } from './introduction';
import { ALLOWED_UPDATES } from './update';

/** Tells Telegram where to call, until it has understood. Any number of instances say the same. */
@Injectable()
export class WebhookRegistration implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookRegistration.name);
  private readonly stopping = new AbortController();
  private registering: Promise<void> = Promise.resolve();

  constructor(
    private readonly api: TelegramApi,
    private readonly introduction: Introduction,
    private readonly settings: TelegramSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.registering = this.register(this.stopping.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.registering;
  }

  private async register(signal: AbortSignal): Promise<void> {
    const { telegramWebhookUrl: url, telegramWebhookSecret: secret } = this.settings;
    // One connection: over several, updates of the same chat overtake one another.
    const webhook = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES, max_connections: 1 };
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        await this.introduction.make(signal);
        await this.api.call('setWebhook', webhook, { signal });
        return;
      } catch (error) {
        await this.pauseAfter(error, failures, signal);
      }
    }
  }

  private async pauseAfter(error: unknown, failures: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.logger.warn(`Telegram does not take the webhook yet: ${errorWords(error)}. This gateway tries again.`);
    await pause(againAfter(failures, Math.random()), undefined, { signal }).catch(() => undefined);
  }
}
