import type { Channel } from './channel';

const TELEGRAM_ID = 'telegram:';

/**
 * An address names its channel by its form: `anna@example.com` (lower case) is e-mail, `@anna_buyer` (lower case) a
 * Telegram user name, `telegram:4711` the account of a Telegram user who pressed Start.
 */
export function channelOf(address: string): Channel {
  return address.startsWith('@') || isTelegramAccount(address) ? 'telegram' : 'email';
}

/** The address of a Telegram user: unlike the name it never changes, and a bot can write to it after Start. */
export function telegramAddress(userId: string): string {
  return `${TELEGRAM_ID}${userId}`;
}

/** Whether an address is a Telegram user's account, not the name it bears. */
export function isTelegramAccount(address: string): boolean {
  return address.startsWith(TELEGRAM_ID);
}

/** The e-mail address among those of a contact; null when there is none. */
export function emailAmong(addresses: readonly string[]): string | null {
  return addresses.find((address) => channelOf(address) === 'email') ?? null;
}
