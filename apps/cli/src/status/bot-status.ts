import type { TelegramBot } from '@app/persistence/telegram/bot.schema';
import type { BotStore } from '@app/persistence/telegram/bot.store';
import type { ChatStanding } from '@app/persistence/telegram/chat-standing';

/** How a bot of the installation stands. */
export interface BotStatus extends ChatStanding {
  readonly id: string;
  readonly name: string;
  /** Where Telegram calls; null where it is polled. */
  readonly webhook: string | null;
  /** The instance that polls; null while none does. */
  readonly poller: string | null;
}

/** The name people know it by; its id until Telegram was reached. */
export function botName({ _id, username }: Pick<TelegramBot, '_id' | 'username'>): string {
  return username === '' ? `bot ${_id}` : `@${username}`;
}

export async function lookAtBot(
  { _id: id, username, webhook, heldBy }: TelegramBot,
  services: readonly { readonly id: string; readonly alive: boolean }[],
  bots: Pick<BotStore, 'standing'>,
): Promise<BotStatus> {
  const poller = services.find((service) => service.id === heldBy && service.alive)?.id ?? null;
  const standing = await bots.standing(id);
  return { id, name: botName({ _id: id, username }), webhook: webhook || null, poller, ...standing };
}
