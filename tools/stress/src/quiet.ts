import { setTimeout as pause } from 'node:timers/promises';
import type { Said } from './people/said';
import type { Stage } from './stage/stage';

/**
 * Waits, once nothing goes wrong any more, until nothing waits and nobody speaks. Gives up when two minutes have changed
 * nothing, and says what still waits then.
 */
export async function untilQuiet(stage: Stage, said: Said, say: (line: string) => void): Promise<string[]> {
  let waiting: string[] = [];
  let changedAt = performance.now();
  let saidAt = changedAt;
  for (let quietFor = 0; quietFor < LOOKS; quietFor = waiting.length === 0 ? quietFor + 1 : 0) {
    await pause(LOOK_AGAIN_MS);
    await said.silence();
    await endLeasesOfTheDead(stage);
    const before = waiting.join();
    waiting = await whatWaits(stage, said);
    const now = performance.now();
    if (waiting.join() !== before) changedAt = now;
    if (now - changedAt > STUCK_MS) return waiting;
    if (now - saidAt < SAY_EVERY_MS || waiting.length === 0) continue;
    say(`still waiting: ${waiting.join(', ')}`);
    saidAt = now;
  }
  return [];
}

async function whatWaits({ installation: { db }, time }: Stage, said: Said): Promise<string[]> {
  const unhandled = { unhandledFor: { $exists: true } };
  const counts = {
    'words nobody heard': (await said.notHeard(db)).length,
    commands: await db.commands.countDocuments({ status: 'pending' }),
    messages: await db.messages.countDocuments({ $or: [{ state: 'new' }, unhandled] }),
    letters: await db.outbox.countDocuments({ $or: [{ status: { $nin: ['settled', 'cancelled'] } }, unhandled] }),
    conversations: await db.conversations.countDocuments(unhandled),
    timers: await db.timers.countDocuments({ status: 'scheduled', dueAt: { $lte: time.now() } }),
  };
  return Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`]));
}

/**
 * A letter whose gateway was killed amid its hand-over is given up when its claim has run out, after three minutes. The
 * server's clock is not ours to move, so the claims of the dead are ended instead; the gateways look again when the
 * business clock is touched.
 */
async function endLeasesOfTheDead({ installation: { db }, crew, time }: Stage): Promise<void> {
  const living = await db.instances.find({ pid: { $in: crew.pids() } }, { _id: 1 }).lean();
  // A lease names its instance and itself.
  const byTheDead = { $not: new RegExp(`^(${living.map(({ _id }) => _id).join('|')}):`) };
  const ended = await db
    .native(db.outbox)
    .updateMany({ status: { $in: ['leased', 'handing-over'] }, leasedBy: byTheDead }, [
      { $set: { leaseUntil: '$$NOW' } },
    ]);
  if (ended.modifiedCount > 0) await time.touch();
}

/** Longer than a second attempt at anything waits. */
const STUCK_MS = 120_000;
const LOOK_AGAIN_MS = 250;
const SAY_EVERY_MS = 10_000;
/** A letter may be between two states at one look. */
const LOOKS = 6;
