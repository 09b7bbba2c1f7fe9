import type { Database } from '@app/persistence/database';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Finding } from './finding';

/** Compares the letters the turns asked for with those in the outbox. */
export async function askedForFinding(db: Database): Promise<Finding> {
  const stored = new Set(await db.outbox.distinct('_id'));
  const never: string[] = [];
  let turns = 0;
  for await (const turn of db.turns.find({}).sort({ conversationId: 1, revision: 1, place: 1 }).lean<Turn>().cursor()) {
    turns += 1;
    never.push(...(await neverStored(db, turn, stored)));
  }
  return { what: 'letters asked for that are not in the outbox', among: `${turns} turns`, wrong: never };
}

/** The letters a turn asked for that are not in the outbox, but for those a later turn of the same commit took back. */
async function neverStored(db: Database, turn: Turn, stored: ReadonlySet<string>): Promise<string[]> {
  const absent = turn.effects.filter(({ type, key }) => type === 'sendMessage' && !stored.has(key));
  if (absent.length === 0) return [];
  const { conversationId, revision, place } = turn;
  const later = await db.turns.find({ conversationId, revision, place: { $gt: place } }).lean<Turn[]>();
  const after = later.flatMap(({ effects }) => effects);
  if (after.some(({ type }) => type === 'cancelMessages')) return [];
  const withdrawn = new Set(after.map((effect) => (effect.type === 'withdrawMessage' ? effect.outboxId : '')));
  return absent.map(({ key }) => key).filter((key) => !withdrawn.has(key));
}
