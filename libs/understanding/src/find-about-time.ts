import type { DateTime } from 'luxon';
import type { Slot } from '@app/domain/slot';
import { toWall } from './days/calendar';
import { findHours } from './days/find-hours';
import { type Finding, findWishes, wordsAt } from './find-wish';
import type { WishedPeriod } from './find-wished-period';
import type { Passage } from './readable-text';
import { MOVE_IT } from './rules/cancel-demo';
import { NONE_OF_THEM } from './rules/choice';
import { COME_BACK } from './rules/postpone';

/** What the contact was told about a demo before. */
export interface DemoSoFar {
  /** When the slots offered begin, as the clock shows it where the contact is. */
  readonly offered: readonly DateTime[];
  readonly booked: boolean;
}

/** The same as the reading's caller tells it. */
export function toDemoSoFar(context: {
  readonly timeZone: string;
  readonly offered?: readonly Slot[];
  readonly booked?: boolean;
}): DemoSoFar {
  const { timeZone, offered = [], booked = false } = context;
  return { offered: offered.map(({ startsAt }) => toWall(startsAt, timeZone)), booked };
}

/** What a contact says about the time of a meeting without naming the meeting. */
interface AboutTime extends Finding {
  readonly wish?: WishedPeriod;
  readonly choice?: number;
  readonly isAboutTime: boolean;
}

const STRENGTH = 0.82;
/** A day farther away than this is one to come back on. */
const SOON = { weeks: 3 };
const LETTER =
  /(?<!\p{L})(?:напиш\p{L}*|пишите|напомн\p{L}*|верн\p{L}*|write|e-?mail|remind|ping|circle back|get back|come back|follow up)(?!\p{L})/u;

/**
 * Finds a time for a meeting that is not named. A day with its hours is one whatever the words around it; a day or an
 * hour alone, or that nothing suits, only where a meeting is spoken of.
 */
export function findAboutTime(
  sentences: readonly Passage[],
  now: DateTime,
  periodIn: (sentence: Passage) => WishedPeriod | undefined,
  soFar: DemoSoFar,
): AboutTime | undefined {
  const isSpokenOf = soFar.offered.length > 0 || soFar.booked;
  for (const [index, sentence] of sentences.entries()) {
    if (asksForLetter(sentence, isSpokenOf)) continue;
    // Looking for days takes longest of all, and here a day alone would say nothing.
    if (!isSpokenOf && !findHours(sentence.plain)) continue;
    const period = periodIn(sentence);
    const found = { rule: 'time', strength: STRENGTH, evidence: whole(sentence), sentence: index, isAboutTime: true };
    const choice = period?.namesHours ? undefined : offeredAt(sentence, soFar.offered);
    if (choice !== undefined) return { ...found, choice };
    if (period && period.from <= now.plus(SOON) && (period.namesHours || isSpokenOf)) return { ...found, wish: period };
  }
  return isSpokenOf ? findOtherTime(sentences, soFar) : undefined;
}

/** "Write to me on Thursday at 11" puts us off; "let us move it to Thursday" only sounds so once there is a meeting. */
function asksForLetter(sentence: Passage, isSpokenOf: boolean): boolean {
  return LETTER.test(sentence.plain) || (!isSpokenOf && findWishes([sentence], COME_BACK).length > 0);
}

/** The one slot offered at the hours a sentence names without a day, from 1. */
function offeredAt({ plain }: Passage, offered: readonly DateTime[]): number | undefined {
  const hours = findHours(plain);
  if (!hours) return undefined;
  const fitting = offered.flatMap(({ hour, minute }, index) => {
    const minutes = hour * 60 + minute;
    return minutes >= hours.from && minutes < hours.to ? [index + 1] : [];
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** None of the times offered suits, or the one booked no longer does. */
function findOtherTime(sentences: readonly Passage[], { booked }: DemoSoFar): AboutTime | undefined {
  const index = sentences.findIndex(({ plain }) => NONE_OF_THEM.test(plain) || (booked && MOVE_IT.test(plain)));
  const sentence = sentences[index];
  return (
    sentence && {
      rule: 'other-time',
      strength: STRENGTH,
      evidence: whole(sentence),
      sentence: index,
      isAboutTime: true,
    }
  );
}

function whole({ written }: Passage): string {
  return wordsAt(written, 0, written.length);
}
