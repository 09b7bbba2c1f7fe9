import { emailAddress } from './email-address';
import { telegramName } from './telegram-name';

/** An address of either channel, as `@app/domain/address` writes it; throws a `Mistake` when it is none. */
export function contactAddress(given: string): string {
  if (isTelegramUser(given)) return given.trim().toLowerCase();
  return isTelegram(given) ? telegramName(given) : emailAddress(given);
}

/** Whether this is a Telegram user by id, `telegram:4711`, as `contact show` prints it. */
export function isTelegramUser(given: string): boolean {
  return /^\s*telegram:\d+\s*$/i.test(given);
}

/** Whether an address is meant to be a Telegram user name. */
export function isTelegram(given: string): boolean {
  return /^\s*(@|(https?:\/\/)?(t|telegram)\.me\/)/i.test(given);
}
