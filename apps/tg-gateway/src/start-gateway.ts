import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { StartOptions } from '@app/runtime/boot/boot-service';
import type { TelegramSettings } from '@app/runtime/config/telegram-settings';
import { isWebhookSet } from './gateway.module';
import { serveWebhook } from './receiving/serve-webhook';

/** Starts a gateway, with a webhook where the settings name one. */
export async function startGateway(
  module: DynamicModule,
  settings: TelegramSettings,
  options: StartOptions,
): Promise<INestApplicationContext> {
  if (!isWebhookSet(settings)) return NestFactory.createApplicationContext(module, options);
  const app = await NestFactory.create<NestExpressApplication>(module, { ...options, bodyParser: false });
  serveWebhook(app, settings);
  return app.init();
}
