import type { Database } from '../database';
import { WHOLE_CONVERSATION } from './001-whole-conversation';
import { TRUSTED_MAIL } from './002-trusted-mail';
import type { Migration } from './migration';

/** In the order of their numbers; none is ever changed once it was released. */
const MIGRATIONS: readonly Migration[] = [WHOLE_CONVERSATION, TRUSTED_MAIL];

/** Takes a database through the migrations it has not been through; their names. */
export async function migrate(db: Database): Promise<string[]> {
  const standing = new Set((await db.migrations.find().lean()).map(({ _id }) => _id));
  const missing = MIGRATIONS.filter(({ name }) => !standing.has(name));
  for (const { name, run } of missing) {
    await run(db);
    await db.migrations.updateOne({ _id: name }, { $setOnInsert: { at: new Date() } }, { upsert: true });
  }
  return missing.map(({ name }) => name);
}
