import type { DateTime } from 'luxon';
import type { Calendar } from './calendar';
import { type Period, workingDayFrom } from './period';

/** What stands before a day that was named, and behind it. */
export interface Around {
  readonly lead: string;
  readonly tail: string;
}

/** How far from a day the words stand that say whether it is meant itself, or what comes after it. */
const REACH = 40;

/** The words beside a place of a text. */
export function around(plain: string, { index, length }: { readonly index: number; readonly length: number }): Around {
  const end = index + length;
  return { lead: plain.slice(Math.max(0, index - REACH), index), tail: plain.slice(end, end + REACH) };
}

const AFTER =
  /(?<!\p{L})(?:после того,? как|после|позже|позднее|after|later than|past|following|по окончани[ию]|по завершении)\s{1,2}(?:the\s|окончания\s|завершения\s)?$/u;
/** "Once we get through November", "как закончится зима". */
const ENDING =
  /(?<!\p{L})(?:закро\p{L}{1,5}|закончит\p{L}{0,3}|закончат\p{L}{0,3}|кончит\p{L}{0,3}|пройдет|пройдут|пережив\p{L}{1,4}|отгуля\p{L}{1,4}|отпраздну\p{L}{1,4}|(?:got|get|are|be) (?:through|past|done with|over)|survived?|we close)\s(?:the\s|этот\s|эта\s|эти\s|наш\s)?$/u;
/** "Once Q4 is closed", "когда квартал закончится". */
const OVER =
  /^(?: ?'s| is| are| has| have| will be| уже| у нас)?\s{1,2}(?:over|closed|done|finished|behind us|passed|wrapped|wraps up|ends|passes|закончит\p{L}{0,3}|кончит\p{L}{0,3}|закончат\p{L}{0,3}|пройдет|пройдут|закро\p{L}{1,5}|позади|завершит\p{L}{0,3})(?!\p{L})/u;
const UNTIL = /(?<!\p{L})(?:до|until|till|til|'til|before)\s{1,2}(?:the\s|самого\s|at least\s)?$/u;
const THROUGH = /(?<!\p{L})(?:through|thru|по|включительно до)\s{1,2}(?:the\s|самое\s)?$/u;
/** "We open on Saturday, write after that." */
const AFTER_THAT =
  /^[^.!?]{0,40}(?<!\p{L})(?:after (?:that|this|it|which)|afterwards|(?:сразу|right|straight) (?:после|after)(?=[\s,.!)]*$)|после (?:этого|него|нее|чего))(?![\p{L}'])/u;
/** "Away until the 24th inclusive", "till Wednesday evening": that day is over first. */
const TO_ITS_END =
  /^(?:-?(?:го|ого|е|th|st|nd|rd))?,?\s\(?(?:включительно|inclusive|вечера|(?:evening|night|close of play|cob|eod)(?!\p{L}))/u;
/** "Towards the new year" comes before the holidays, which are no days to write on. */
const TOWARDS =
  /(?<!\p{L})(?:ближе ко?|поближе ко?|под(?: самый)?|closer to|towards?|just before|ahead of)\s{1,2}(?:the\s)?$/u;
const TOWARDS_DAYS = 10;
/** "Not in December", "no time this year": when it is over, then. */
const NOT_THEN =
  /(?<!\p{L})(?:не (?:во?|на)|нет \p{L}{3,12} (?:во?|на)|(?:not|a no)(?: in| for| during| at)?|no (?:time|meetings?|budget|money|decisions?)(?: in| for| at)?|don't (?:write|call|contact|email|mail)(?: me| us)?(?: in| during| at)?)\s$/u;
/** "В этом году не пишите." */
const THEN_NOT =
  /^\s(?:мне |нам |нас |меня |уже |точно |больше |вообще )*(?:не (?:пиш|звон|беспок|трев|трог|смо[жг]|мо[жг]|получ|выйдет|успе|рабо|надо|нужно|до )|никак(?!\p{L})|некогда|нереально)/u;
const NOT_BEFORE =
  /(?<!\p{L})(?:no|not?|n't)\s(?:\p{L}{1,12}\s){0,4}(?:earlier|sooner|before)(?:\sthan)?\s(?:the\s)?$/u;

/** Whether the words say that what was named has to be over first. */
export function hasToPass({ lead, tail }: Around): boolean {
  return (
    [AFTER, ENDING, THROUGH, NOT_THEN].some((words) => words.test(lead)) ||
    [OVER, AFTER_THAT].some((words) => words.test(tail)) ||
    (THEN_NOT.test(tail) && !UNTIL.test(lead)) ||
    (UNTIL.test(lead) && TO_ITS_END.test(tail))
  );
}

/** Whether the words place something before what was named: "towards Christmas". */
export function comesBefore({ lead }: Around): boolean {
  return TOWARDS.test(lead) || /(?<!\p{L})(?:before|перед|накануне)\s(?:the\s)?$/u.test(lead);
}

/** The day to come back on when a stretch is named between these words. */
export function pickDay(period: Period, words: Around, calendar: Calendar): DateTime {
  const { today } = calendar;
  const { lead } = words;
  const afterIt = workingDayFrom(period.to.plus({ days: 1 }), calendar);
  if (hasToPass(words)) return afterIt;
  // "Until January" ends where January begins, "until the end of the week" when the week is over.
  const isShort = period.to.diff(period.from, 'days').days < 21 && period.to > today;
  if (UNTIL.test(lead) && !NOT_BEFORE.test(lead) && isShort) {
    // Who is away until the 26th may be written to on the 26th.
    return period.until ?? (period.from < period.to ? afterIt : workingDayFrom(period.to, calendar));
  }
  if (TOWARDS.test(lead) && period.best > period.to) {
    return workingDayFrom(period.from.minus({ days: TOWARDS_DAYS }), calendar);
  }
  if (period.best > today || period.to <= today) return period.best;
  const soonest = workingDayFrom(today.plus({ days: 1 }), calendar);
  return soonest > period.to ? period.to : soonest;
}
