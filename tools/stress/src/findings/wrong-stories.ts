import type { Database } from '@app/persistence/database';
import type { Person } from '../people/person';
import type { Finding } from './finding';

/**
 * Whether everybody got exactly their story's letters. Who got a letter of which nobody knows, or one that was repeated,
 * is left out: from there on a person decides.
 */
export async function storyFinding(db: Database, people: readonly Person[]): Promise<Finding> {
  const wrong: string[] = [];
  let leftOut = 0;
  for (const { story, recipients } of people) {
    const letters = await db.outbox
      .find({ recipient: { $in: recipients }, status: { $ne: 'cancelled' } }, { letters: 1, outcome: 1, repeats: 1 })
      .lean();
    const isUnclear = letters.some(({ outcome, repeats }) => outcome === 'uncertain' || repeats > 0);
    if (isUnclear) leftOut += 1;
    const got = inWords(letters.map((letter) => letter.letters));
    if (!isUnclear && got !== inWords(story.gets)) wrong.push(`${recipients[0]}: ${got}`);
  }
  if (leftOut > people.length / 2) wrong.push(`${leftOut} of ${people.length} were left out: too many to tell`);
  const among = `${people.length} contacts, ${leftOut} left out for a letter of which nobody knows`;
  return { what: 'contacts who got other letters than their story says', among, wrong };
}

function inWords(letters: readonly (readonly string[])[]): string {
  return letters
    .map((one) => one.join('+'))
    .sort()
    .join(', ');
}
