import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { complete } from './change-documents';
import type { Migration } from './migration';
import { moveConversations } from './move-conversations';

/** What was lacking before one channel took the place of the other both ways, and bots could be paused. */
export const TWO_CHANNELS: Migration = { name: '005-two-channels', run };

const MACHINE_VERSION = 6;

async function run(db: Database): Promise<void> {
  await complete(db, COLLECTIONS.telegramBots, 'paused', { webhook: '', paused: null });
  await moveConversations(db, MACHINE_VERSION, (page) =>
    Promise.resolve(page.map(({ memory }) => ({ ...memory, emailGivenUp: false }))),
  );
}
