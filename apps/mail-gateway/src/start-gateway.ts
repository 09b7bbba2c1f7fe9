import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { StartOptions } from '@app/runtime/boot/boot-service';
import type { Settings } from '@app/runtime/config/settings';
import { servePages } from './unsubscribe/serve-pages';

/** Starts a gateway, with the pages to unsubscribe where the settings name a port for them. */
export async function startGateway(
  module: DynamicModule,
  { unsubscribeUrl }: Settings,
  options: StartOptions,
): Promise<INestApplicationContext> {
  if (unsubscribeUrl === undefined) return NestFactory.createApplicationContext(module, options);
  const app = await NestFactory.create<NestExpressApplication>(module, { ...options, bodyParser: false });
  servePages(app, unsubscribeUrl);
  return app.init();
}
