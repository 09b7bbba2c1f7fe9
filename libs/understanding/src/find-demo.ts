import type { Calendar } from './days/calendar';
import { type DemoSoFar, findAboutTime } from './find-about-time';
import { findCancellation } from './find-cancellation';
import { findChoice } from './find-choice';
import { type Finding, findWishes } from './find-wish';
import { findWishedPeriod, type WishedPeriod } from './find-wished-period';
import type { Passage } from './readable-text';
import { DEMO } from './rules/demo';
import { COME_BACK } from './rules/postpone';

/** A wish to see the product, or what a contact says about the time of it. */
export interface DemoWish extends Finding {
  readonly wish?: WishedPeriod;
  /** From 1. */
  readonly choice?: number;
  readonly cancels?: true;
  /** Whether its sentence speaks of the demo's time, so that a day in it puts nothing off. */
  readonly isAboutTime: boolean;
}

/** Who wants to talk on a day farther away than this puts the talk off. */
const SOON = { weeks: 3 };

/** Finds the wish for a demo, a trial or a call, with the time it names; or the answer to the times we offered. */
export function findDemo(sentences: readonly Passage[], calendar: Calendar, soFar: DemoSoFar): DemoWish | undefined {
  const periodIn = (sentence: Passage | undefined): WishedPeriod | undefined =>
    sentence && findWishedPeriod(sentence.plain, calendar);
  const cancellation = findCancellation(sentences, soFar.booked, (rest) => findWishedPeriod(rest, calendar));
  if (cancellation) return { ...cancellation, cancels: true, isAboutTime: true };

  const choice = findChoice(sentences, soFar.offered.length);
  if (choice) return { ...choice, ...wished(periodIn(sentences[choice.sentence])), isAboutTime: true };

  const [asked] = findWishes(sentences, DEMO).flatMap((wish) => {
    const own = periodIn(sentences[wish.sentence]);
    if (isPutOff(wish, own, sentences[wish.sentence], calendar)) return [];
    const period = own ?? periodIn(sentences[wish.sentence + 1]);
    return [{ ...wish, ...wished(period), isAboutTime: period !== undefined }];
  });
  if (asked?.wish) return asked;
  return findAboutTime(sentences, calendar.now, periodIn, soFar) ?? asked;
}

function wished(wish: WishedPeriod | undefined): Pick<DemoWish, 'wish'> {
  return wish ? { wish } : {};
}

/** "Call me in January" and "let's talk some other time" ask for no meeting yet. */
function isPutOff(
  { rule }: Finding,
  period: WishedPeriod | undefined,
  sentence: Passage | undefined,
  { now }: Calendar,
): boolean {
  const isTalk = rule.startsWith('meet') || rule.startsWith('phone');
  if (!isTalk) return false;
  if (period === undefined) return sentence !== undefined && findWishes([sentence], COME_BACK).length > 0;
  return period.from > now.plus(SOON) || (rule.startsWith('phone') && !period.namesHours);
}
