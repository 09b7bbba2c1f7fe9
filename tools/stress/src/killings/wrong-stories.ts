import type { Database } from '@app/persistence/database';
import { storyOf } from './stories';

/**
 * The contacts who did not get exactly their story's letters, each with what it got, in order. A contact with a letter
 * of which nobody knows is left out: from there on a person decides.
 */
export async function wrongStories(db: Database, ids: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [n, contactId] of ids.entries()) {
    const letters = await db.outbox
      .find({ contactId, status: { $ne: 'cancelled' } }, { letters: 1, outcome: 1, repeats: 1 })
      .sort({ createdAt: 1 })
      .lean();
    if (letters.some(({ outcome, repeats }) => outcome === 'uncertain' || repeats > 0)) continue;
    const got = letters.map((letter) => letter.letters.join('+'));
    const wanted = storyOf(n).gets.map((one) => one.join('+'));
    if (got.join() !== wanted.join()) wrong.push(`${contactId}: ${got.join(', ')}`);
  }
  return wrong;
}
