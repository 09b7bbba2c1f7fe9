import type { Server } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { TelegramSettings } from '@app/runtime/config/telegram-settings';
import { listen } from '@app/runtime/http/listen';

/** Listens at TELEGRAM_WEBHOOK_PORT before Telegram is told where to call. Nest stops it. */
@Injectable()
export class WebhookListener implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly settings: TelegramSettings,
  ) {}

  /** Throws `PortUnusable` when the port cannot be had. */
  async onModuleInit(): Promise<void> {
    const { telegramWebhookPort: port, httpHost: host } = this.settings;
    if (port === undefined) return;
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    await listen(server, port, host, { port: 'TELEGRAM_WEBHOOK_PORT', host: 'HTTP_HOST' });
  }
}
