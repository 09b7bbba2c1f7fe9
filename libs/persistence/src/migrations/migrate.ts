import type { Database } from '../database';
import { WHOLE_CONVERSATION } from './001-whole-conversation';
import { TRUSTED_MAIL } from './002-trusted-mail';
import { LANGUAGE_MODEL } from './003-language-model';
import { TELEGRAM } from './004-telegram';
import { TWO_CHANNELS } from './005-two-channels';
import type { Migration } from './migration';

/** In the order of their numbers; none is ever changed once it was released. */
const MIGRATIONS: readonly Migration[] = [WHOLE_CONVERSATION, TRUSTED_MAIL, LANGUAGE_MODEL, TELEGRAM, TWO_CHANNELS];

/** Takes a database through the migrations it has not been through; their names. */
export async function migrate(db: Database): Promise<string[]> {
  const missing = await missingMigrations(db);
  for (const { name, run } of missing) {
    await run(db);
    await db.migrations.updateOne({ _id: name }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  }
  return missing.map(({ name }) => name);
}

/** Those it has not been through to the end: until then its documents may lack what the code reads. */
export async function missingMigrations(db: Database): Promise<readonly Migration[]> {
  const standing = new Set((await db.migrations.find().lean()).map(({ _id }) => _id));
  return MIGRATIONS.filter(({ name }) => !standing.has(name));
}
