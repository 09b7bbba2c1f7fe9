import type { DateTime } from 'luxon';
import type { Calendar } from '../days/calendar';
import { findReturn } from '../find-return';
import { findWishedPeriod, type WishedPeriod } from '../find-wished-period';
import { type Passage, toReadable } from '../readable-text';
import { comparable } from './stands-in';

/** The words a model named as a day, and the message they stand in. */
export interface NamedTime {
  readonly words: string;
  /** The sentences of the message. */
  readonly sentences: readonly Passage[];
}

/**
 * The day to come back on that these words name. Their sentence is read first, for "after" may stand before them; what
 * it says counts when it is said by these words.
 */
export function returnNamed(named: NamedTime, calendar: Calendar): DateTime | undefined {
  const { words } = named;
  const phrase = comparable(words);
  const around = sentenceOf(named);
  const found = around && findReturn([around], calendar);
  const evidence = comparable(found?.evidence ?? '');
  const isSaidByThem = evidence !== '' && (evidence.includes(phrase) || phrase.includes(evidence));
  if (found?.day && isSaidByThem) return found.day;
  return findReturn([toReadable(words)], calendar)?.day;
}

/** The time for a meeting that these words name; the hours may stand beside them in their sentence. */
export function wishNamed(named: NamedTime, calendar: Calendar): WishedPeriod | undefined {
  const { words } = named;
  const around = sentenceOf(named);
  const alone = findWishedPeriod(toReadable(words).plain, calendar);
  const beside = around && findWishedPeriod(around.plain, calendar);
  if (!alone) return beside;
  return !alone.namesHours && beside?.from.hasSame(alone.from, 'day') ? beside : alone;
}

/** The sentence of the message in which the words stand. */
export function sentenceOf({ words, sentences }: NamedTime): Passage | undefined {
  const phrase = comparable(words);
  return sentences.find(({ plain }) => plain.includes(phrase));
}
