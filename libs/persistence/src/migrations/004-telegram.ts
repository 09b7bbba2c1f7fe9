import { SETTING_DEFAULTS } from '@app/product/setting-defaults';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { complete, dropIndex } from './change-documents';
import type { Migration } from './migration';
import { moveConversations } from './move-conversations';

/** What documents lacked before contacts were written to in Telegram too. */
export const TELEGRAM: Migration = { name: '004-telegram', run };

const MACHINE_VERSION = 5;

const NEW_SETTINGS = ['telegram.enabled', 'telegram.linkDays', 'gatherFor.email', 'gatherFor.telegram'];

async function run(db: Database): Promise<void> {
  await complete(db, COLLECTIONS.contacts, 'telegram', { telegram: null });
  await complete(db, COLLECTIONS.conversations, 'channel', {
    channel: { $cond: [{ $eq: ['$stage', 'awaiting-start'] }, 'telegram', 'email'] },
  });
  await complete(db, COLLECTIONS.messages, 'chat', { chat: null });
  await complete(db, COLLECTIONS.outbox, 'recipient', { recipient: '$to', chat: null });
  for (const name of NEW_SETTINGS) {
    const setting = `settings.${name}`;
    await complete(db, COLLECTIONS.products, setting, { [setting]: SETTING_DEFAULTS.get(name) });
  }
  for (const language of ['ru', 'en']) {
    const chat = `templates.${language}.chat`;
    await complete(db, COLLECTIONS.products, chat, { [chat]: { $literal: {} } });
  }
  await dropIndex(db, COLLECTIONS.outbox, 'messageId');
  await moveConversations(db, MACHINE_VERSION, (page) => Promise.resolve(page.map(({ memory }) => memory)));
}
