import type { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import { findDays } from './days/find-days';
import { findTimeOfDay } from './days/find-time-of-day';
import type { Finding } from './find-wish';
import { mostFitting } from './fit-day';
import { findWishes } from './find-wish';
import type { Passage } from './readable-text';
import { DEMO } from './rules/demo';
import { COME_BACK } from './rules/postpone';

/** A wish to see the product. */
export interface DemoWish extends Finding {
  /** The moment wished for; the beginning of the day when no hour is named. */
  readonly wishedAt?: DateTime;
}

interface Moment {
  readonly at: DateTime;
  readonly namesHour: boolean;
}

/** Who wants to talk on a day farther away than this puts the talk off. */
const SOON = { weeks: 3 };

/** Finds the wish for a demo, a trial or a call, with the moment it names. */
export function findDemo(sentences: readonly Passage[], now: DateTime, language: Language): DemoWish | undefined {
  return findWishes(sentences, DEMO)
    .map((wish) => withMoment(wish, sentences, now, language))
    .find((wish) => wish !== undefined);
}

function withMoment(
  wish: Finding,
  sentences: readonly Passage[],
  now: DateTime,
  language: Language,
): DemoWish | undefined {
  const own = momentIn(sentences[wish.sentence], now, language);
  if (isPutOff(wish, own, sentences[wish.sentence], now)) return undefined;
  const moment = own ?? momentIn(sentences[wish.sentence + 1], now, language);
  return moment ? { ...wish, wishedAt: moment.at } : wish;
}

/** "Call me in January" and "let's talk some other time" ask for no meeting yet. */
function isPutOff(
  { rule }: Finding,
  moment: Moment | undefined,
  sentence: Passage | undefined,
  now: DateTime,
): boolean {
  const isTalk = rule.startsWith('meet') || rule.startsWith('phone');
  if (!isTalk) return false;
  if (moment === undefined) return sentence !== undefined && findWishes([sentence], COME_BACK).length > 0;
  return moment.at > now.plus(SOON) || (rule.startsWith('phone') && !moment.namesHour);
}

function momentIn(sentence: Passage | undefined, now: DateTime, language: Language): Moment | undefined {
  if (sentence === undefined) return undefined;
  const today = now.startOf('day');
  const isToday = /(?<!\p{L})(?:сегодня|today|tonight)(?!\p{L})/u.test(sentence.plain);
  const day = isToday ? today : mostFitting(findDays(sentence.plain, today, language), sentence.plain)?.day;
  const minutes = findTimeOfDay(sentence.plain);
  const at = minutes === undefined ? day : day?.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return at && at > now ? { at, namesHour: minutes !== undefined } : undefined;
}
