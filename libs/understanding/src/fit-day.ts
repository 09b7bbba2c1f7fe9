import type { FoundDay } from './days/find-days';
import { findWishes } from './find-wish';
import { AWAITS_DAY, BUSY, COME_BACK, NOT_NOW } from './rules/postpone';

const CLAUSE_ENDS = /[,;:()]|\s-\s|(?<!\p{L})(?:а|но|but|so|поэтому|затем|then|and|и)(?!\p{L})/gu;

/** A clause of so few words only names a day. */
const ADDED_WORDS = 4;

/**
 * Of several days named in a sentence, picks the one named with the wish, not the one on which it cannot be; "not in
 * December" names the days after it.
 */
export function mostFitting(days: readonly FoundDay[], plain: string): FoundDay | undefined {
  const fit = (day: FoundDay): number => {
    const words = clauseAround(plain, day);
    const clause = [{ plain: words, written: '' }];
    // "After the holidays, about the 20th": the day says more exactly when.
    const isAside = /\(\s*$/u.test(plain.slice(0, plain.indexOf(words)));
    const isAdded = exactness(day) > 0 && !isAside && (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= ADDED_WORDS;
    const invites = findWishes(clause, [...COME_BACK, ...AWAITS_DAY]).length > 0;
    const refuses = !day.hasToPass && findWishes(clause, [...NOT_NOW, ...BUSY]).length > 0;
    return Number(invites || isAdded) - 2 * Number(refuses) - 4 * Number(day.day === undefined);
  };
  return days
    .map((day) => ({ day, fit: fit(day) }))
    .sort(
      (one, other) =>
        other.fit - one.fit || exactness(other.day) - exactness(one.day) || other.day.index - one.day.index,
    )[0]?.day;
}

/** "After the holidays, on the 12th" means the 12th. */
function exactness({ day, last }: FoundDay): number {
  return Number(day !== undefined && last !== undefined && day.hasSame(last, 'day'));
}

/** The clause of a sentence in which a day is named. */
export function clauseAround(plain: string, { index, length }: FoundDay): string {
  const ends = [...plain.matchAll(CLAUSE_ENDS)];
  const from = ends.filter((end) => end.index + end[0].length <= index).at(-1);
  const to = ends.find((end) => end.index >= index + length);
  return plain.slice(from ? from.index + from[0].length : 0, to?.index ?? plain.length);
}
