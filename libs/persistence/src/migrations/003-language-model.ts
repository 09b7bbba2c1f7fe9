import { SETTING_DEFAULTS } from '@app/product/setting-defaults';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import type { Migration } from './migration';
import { moveConversations } from './move-conversations';

/** What documents lacked before a language model was asked. */
export const LANGUAGE_MODEL: Migration = { name: '003-language-model', run };

const MACHINE_VERSION = 4;

const NEW_SETTINGS = [...SETTING_DEFAULTS].filter(([name]) => name.startsWith('model.'));
const NEW_IN_MEMORY = { asked: null, mayBeStops: [] };

async function run(db: Database): Promise<void> {
  const { driver } = db;
  await driver
    .collection(COLLECTIONS.outbox)
    .updateMany({ rests: { $exists: false } }, { $set: { rests: [], heldAs: null } });
  for (const [name, value] of NEW_SETTINGS) {
    const setting = `settings.${name}`;
    await driver
      .collection(COLLECTIONS.products)
      .updateMany({ [setting]: { $exists: false } }, { $set: { [setting]: value } });
  }
  await moveConversations(db, MACHINE_VERSION, (page) =>
    Promise.resolve(page.map(({ memory }) => ({ ...NEW_IN_MEMORY, ...memory }))),
  );
}
