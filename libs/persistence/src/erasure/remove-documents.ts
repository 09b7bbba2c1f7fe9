import type { Collection } from 'mongodb';
import type { Effect } from '@app/domain/effect';
import { COLLECTIONS, type CollectionName } from '../collections';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { releaseContents } from '../messages/attachment-contents';
import { rememberErased } from '../messages/erased-messages';
import type { Turn } from '../turns/turn.schema';
import type { Person } from './person';
import type { StoredDocument } from './stored-document';
import { commandsAbout, messagesOf } from './traces';
import { unmatchedNaming } from './unmatched-naming';

/** How many documents one transaction removes: far from the minute a transaction may take. */
const BATCH = 500;

/** Removes what a person wrote, filed or not; a keyed hash of each id stays, so that it is not stored again. */
export async function removeMessages(db: Database, keys: KeyRing, person: Person): Promise<void> {
  const found = stored(db, COLLECTIONS.messages).find(messagesOf(person), { projection: { _id: 1 } });
  await inBatches(found, (page) => removeForGood(db, keys, page));
  for await (const message of unmatchedNaming(db, person)) await removeForGood(db, keys, [message]);
}

/** Removes a person's turns, the timers they set, the jobs they asked for, letters, slots and commands; the access code stays given. */
export async function removeDocuments(db: Database, person: Person, eraseCommand: string): Promise<void> {
  const { contactIds, conversationIds, jobIds } = person;
  const ofContact = { contactId: { $in: contactIds } };
  await stored(db, COLLECTIONS.commands).deleteMany({ ...commandsAbout(person), _id: { $ne: eraseCommand } });
  // Before the turns, which alone tell whose they are.
  await stored(db, COLLECTIONS.llmJobs).deleteMany({ _id: { $in: [...jobIds] } });
  const turns = db.turns.find({ conversationId: { $in: conversationIds } }, { effects: 1 });
  await inBatches(turns.lean<Pick<Turn, '_id' | 'effects'>>().cursor(), async (page) => {
    // Timers that are over stand in no index but that of their ids, which are in the turns.
    const timers = page.flatMap(({ effects }) => effects.flatMap(timerOf));
    await stored(db, COLLECTIONS.timers).deleteMany({ _id: { $in: timers } });
    await db.turns.deleteMany({ _id: { $in: page.map(({ _id }) => _id) } });
  });
  await db.outbox.deleteMany(ofContact);
  const slots = await db.slots.find(ofContact, { _id: 1 }).lean();
  await db.slotCells.deleteMany({ uid: { $in: slots.map(({ _id }) => _id) } });
  await db.slots.deleteMany(ofContact);
  await db.accessCodes.updateMany(ofContact, { $set: { contactId: '' } });
}

function stored(db: Database, name: CollectionName): Collection<StoredDocument> {
  return db.driver.collection<StoredDocument>(name);
}

function timerOf(effect: Effect): string[] {
  return effect.type === 'scheduleTimer' ? [effect.key] : [];
}

async function removeForGood(
  db: Database,
  keys: KeyRing,
  messages: readonly { readonly _id: string }[],
): Promise<void> {
  const ids = messages.map(({ _id }) => _id);
  await db.transaction(async (session) => {
    await rememberErased(db, keys, session, ids);
    await releaseContents(
      db,
      session,
      await db.messages.find({ _id: { $in: ids } }, { attachments: 1 }, { session }).lean(),
    );
    await db.messages.deleteMany({ _id: { $in: ids } }, { session });
  });
}

async function inBatches<T>(items: AsyncIterable<T>, take: (batch: readonly T[]) => Promise<void>): Promise<void> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    await take(batch);
    batch = [];
  }
  if (batch.length > 0) await take(batch);
}
