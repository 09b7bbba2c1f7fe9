import type { NestExpressApplication } from '@nestjs/platform-express';
import type { TelegramSettings } from '@app/runtime/config/telegram-settings';
import { isSecret } from './is-secret';

/** Updates are a few kilobytes; a long text in four-byte characters with all its entities stays below this. */
const LARGEST_BODY = '1mb';

interface Asked {
  readonly headers: Readonly<Record<string, unknown>>;
}

interface Answer {
  status(code: number): { end(): void };
}

/** Makes an application serve the webhook at its path. Of who does not know the secret not even the body is read. */
export function serveWebhook(app: NestExpressApplication, settings: TelegramSettings): void {
  const { telegramWebhookUrl = '', telegramWebhookSecret = '' } = settings;
  app.disable('x-powered-by');
  app.use((request: Asked, response: Answer, next: () => void) => {
    if (isSecret(request.headers['x-telegram-bot-api-secret-token'], telegramWebhookSecret)) next();
    else response.status(401).end();
  });
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.setGlobalPrefix(new URL(telegramWebhookUrl).pathname);
}
