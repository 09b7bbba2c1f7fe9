import type { DateTime } from 'luxon';
import type { Calendar } from './days/calendar';
import { findDays } from './days/find-days';
import { mendDayWords, toCyrillic } from './days/mend-day-words';
import { findPostponements } from './find-postponement';
import { wordsAt } from './find-wish';
import { mostFitting } from './fit-day';
import type { Passage } from './readable-text';

/** The day to come back on, and the words that name it. */
export interface NamedReturn {
  readonly day?: DateTime;
  readonly evidence: string;
}

/**
 * Finds the day on which a contact who puts us off wants to be written to: the one named with the wish, else any day
 * named at all, also among words that only look like another wish ("until Friday do not write": the sentences as they
 * were `said`), else one named with slips or in Latin letters. `undefined` when nothing is said of a day.
 */
export function findReturn(
  sentences: readonly Passage[],
  calendar: Calendar,
  said: readonly Passage[] = sentences,
): NamedReturn | undefined {
  const [postponement] = findPostponements(sentences, calendar);
  if (postponement?.day) return postponement;
  return (
    findAnyDay(sentences, calendar) ??
    findAnyDay(said, calendar) ??
    findAnyDay(respelled(sentences, mendDayWords), calendar) ??
    findAnyDay(
      respelled(sentences, (plain) => mendDayWords(toCyrillic(plain))),
      { ...calendar, language: 'ru' },
    ) ??
    postponement
  );
}

function findAnyDay(sentences: readonly Passage[], calendar: Calendar): NamedReturn | undefined {
  // People say why before they say when.
  for (const { plain, written } of sentences.toReversed()) {
    const found = mostFitting(findDays(plain, calendar), plain);
    if (!found?.day) continue;
    // Once respelled, the places in the text are no longer those of what was written.
    const evidence = plain.length === written.length ? wordsAt(written, found.index, found.length) : written.trim();
    return { day: found.day, evidence };
  }
  return undefined;
}

function respelled(sentences: readonly Passage[], spell: (plain: string) => string): readonly Passage[] {
  return sentences.flatMap(({ plain, written }) => {
    const spelled = spell(plain);
    return spelled === plain ? [] : [{ plain: spelled, written }];
  });
}
