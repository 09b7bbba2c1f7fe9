import type { TelegramBot } from '../telegram/bot.schema';

/** The bot that people are invited to: the one that is polled for, else the latest. Another token is another bot. */
export function ourBot(bots: readonly TelegramBot[]): TelegramBot | null {
  const named = bots.filter(({ username }) => username !== '');
  return named.find(({ heldBy }) => heldBy !== null) ?? named.at(-1) ?? null;
}
