import type { EmulatedUser, TelegramEmulator } from '../../../../test/support/telegram/emulator';
import { withinTime } from '@app/peers/system/within-time';
import type { Burst } from './figures';
import type { SentMessages } from './sent-messages';

const LIMIT_MS = 180_000;

/** Lets everybody press Start at the same moment, and waits until each has its opening. */
export async function startAtOnce(
  telegram: TelegramEmulator,
  people: readonly EmulatedUser[],
  sent: SentMessages,
): Promise<Burst> {
  const openings = people.map(({ id }) => sent.nextTo(id));
  const startedAt = Date.now();
  for (const person of people) person.starts();
  const messages = await withinTime(LIMIT_MS, `${people.length} openings`, Promise.all(openings));
  return {
    chats: people.length,
    tookMs: Math.max(...messages.map(({ at }) => at)) - startedAt,
    refused: telegram.calls().filter(({ code }) => code === 429).length,
  };
}
