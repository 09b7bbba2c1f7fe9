import { Transform } from 'class-transformer';
import { IsOptional, Matches, ValidateBy } from 'class-validator';
import { isEndpoint } from './is-endpoint';
import { isPort } from './is-port';
import { isPublicAddress } from './public-address';
import { readEnvironment, type Environment } from './read-environment';
import { oneWithoutTheOther, Settings, SETTINGS_VARIABLES } from './settings';
import { toNumber } from './to-number';

/** What a tg-gateway reads besides what every service reads: nobody else holds the bot's token. */
export class TelegramSettings extends Settings {
  /** '' for none: the gateway idles. */
  @Matches(/^(\d{3,20}:[A-Za-z0-9_-]{20,100})?$/, {
    message: 'TELEGRAM_BOT_TOKEN must be what @BotFather gave: digits, a colon, and at least 20 characters more',
  })
  telegramBotToken = '';

  @ValidateBy(
    { name: 'isEndpoint', validator: { validate: isEndpoint } },
    { message: 'TELEGRAM_API_ROOT must be an http:// or https:// address, without user, ? and #' },
  )
  telegramApiRoot = 'https://api.telegram.org';

  /** '' for none: nobody is sold anything who presses Start without a link of ours. */
  @Matches(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, { message: 'TELEGRAM_PRODUCT must be the id of a product' })
  telegramProduct = '';

  /** Where Telegram finds the webhook from outside; without it the gateway polls. */
  @IsOptional()
  @ValidateBy(
    { name: 'isPublicAddress', validator: { validate: isPublicAddress } },
    { message: 'TELEGRAM_WEBHOOK_URL must be an https:// address of at most 300 characters, without user, ? and #' },
  )
  telegramWebhookUrl?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{16,256}$/, {
    message: 'TELEGRAM_WEBHOOK_SECRET must be 16 to 256 letters, digits, _ or -',
  })
  telegramWebhookSecret?: string;

  @IsOptional()
  @Transform(toNumber)
  @ValidateBy(
    { name: 'isPort', validator: { validate: isPort } },
    { message: 'TELEGRAM_WEBHOOK_PORT must be a port from 1 to 65535' },
  )
  telegramWebhookPort?: number;
}

const VARIABLES = {
  ...SETTINGS_VARIABLES,
  telegramBotToken: 'TELEGRAM_BOT_TOKEN',
  telegramApiRoot: 'TELEGRAM_API_ROOT',
  telegramProduct: 'TELEGRAM_PRODUCT',
  telegramWebhookUrl: 'TELEGRAM_WEBHOOK_URL',
  telegramWebhookSecret: 'TELEGRAM_WEBHOOK_SECRET',
  telegramWebhookPort: 'TELEGRAM_WEBHOOK_PORT',
} as const satisfies Record<keyof TelegramSettings, string>;

export const TELEGRAM_VARIABLE_NAMES: readonly string[] = Object.values(VARIABLES);

/** Throws `SettingsInvalid` with every problem at once. */
export function readTelegramSettings(environment: Environment): TelegramSettings {
  return readEnvironment(TelegramSettings, VARIABLES, environment, (settings) => [
    ...oneWithoutTheOther(settings),
    ...webhookInPart(settings),
  ]);
}

/** Which bot a token belongs to: its first part is the bot's id. */
export function botIdOf(token: string): string {
  return token.slice(0, token.indexOf(':'));
}

function webhookInPart(settings: TelegramSettings): string[] {
  const { telegramWebhookUrl: url, telegramWebhookSecret: secret, telegramWebhookPort: port } = settings;
  const given = [url, secret, port].filter((part) => part !== undefined);
  if (given.length === 0 || given.length === 3) return [];
  return ['A webhook needs TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET and TELEGRAM_WEBHOOK_PORT; set all, or none'];
}
