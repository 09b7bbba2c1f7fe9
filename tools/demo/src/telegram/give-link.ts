import { LinkStore } from '@app/persistence/links/link.store';
import { newStartLink } from '@app/persistence/links/start-link';
import { BotStore } from '@app/persistence/telegram/bot.store';
import type { Installation } from '../installation/start-installation';

/** A link to the demo's bot whose Start joins this contact, as `contact link` gives it. */
export async function giveLink(contactId: string, { db, keys, clock, news }: Installation): Promise<URL> {
  const bot = await news.until('the bot to be reached', async () => (await new BotStore(db).all())[0] ?? null);
  const { url, stored } = newStartLink({ contactId, bot: bot.username, days: 0, now: clock.now() });
  await new LinkStore(db, keys).insert(stored);
  return new URL(url);
}
