import type { Database } from '../database';
import { BECAUSE } from './hold-accounts';

const PAUSED = { $ifNull: ['$paused', { at: '$$NOW', because: { $literal: BECAUSE } }] };

/** Lets nothing leave from any bot until the recovery has ended. */
export async function holdBots(db: Database): Promise<void> {
  await db.telegramBots.updateMany({}, [{ $set: { paused: PAUSED } }], { updatePipeline: true });
}

/** The same for one that the backup may know nothing of. */
export async function holdBot(db: Database, _id: string): Promise<void> {
  const unknown = { $setOnInsert: { username: '', productId: '', webhook: '', heldBy: null, paused: null } };
  await db.telegramBots.updateOne({ _id }, unknown, { upsert: true });
  await db.telegramBots.updateOne({ _id }, [{ $set: { paused: PAUSED } }], { updatePipeline: true });
}

/** Lets messages leave again. */
export async function releaseBots(db: Database): Promise<void> {
  await db.telegramBots.updateMany({ 'paused.because': BECAUSE }, { $set: { paused: null } });
}
