import { findDays, type NamedDay, weekdayBeside } from './named-days';

/**
 * The first day on which the author of an absence note is back, as YYYY-MM-DD. "Back on the 20th" and "until the 20th"
 * are the 20th, "through the 19th" and "12 – 19 January" the day after; undefined when no such day is named or when it
 * had passed when the note was sent. A day without a year is the next one after `sent`.
 */
export function returnDay(note: string, sent: Date | undefined): string | undefined {
  const text = note
    .toLowerCase()
    .replace(/\n\s*\n/g, '. ')
    .replace(/\s+/g, ' ');
  const days = findDays(text, sent);
  const named =
    days.map((day) => backOn(text, day)).find(isKnown) ??
    days.map((day, index) => backFrom(text, day, days[index + 1])).find(isKnown) ??
    days.map((day) => afterLastDay(text, day)).find(isKnown) ??
    days.map((day) => awayUntil(text, day)).find(isKnown) ??
    weekdayBeside(text, BACK, sent) ??
    weekdayBeside(text, UNTIL_WEEKDAY, sent);
  return named !== undefined && (sent === undefined || named >= isoDay(sent)) ? named : undefined;
}

/** Words of coming back, in Russian, Ukrainian, English, German, French, Spanish and Polish. */
const BACK =
  /верн[уеё]|возвращ|выйду|выхожу|выход|приступ|(?:в офисе|на работе|на месте|буду) с $|буду во? (?=понед|вторн|сред|четв|пятн|субб|воскр)|снова (?:буду|на)|буду (?:снова |опять )?(?:на месте|в офисе|на работе|на связи|доступ)|поверн[уе]|повертаю|\bback\b|return|resum|(?<!not |un)available (?:again|from|on|after)|in the office (?:again|on|from)|wieder|zurück|\bretour|reviens|reviendrai|rentre|de vuelta|regres|vuelv|wrac|powr[óo]t|z powrotem/;

/** "I shall be back on January 20": the word stands before the day. */
function backOn(text: string, day: NamedDay): string | undefined {
  return BACK.test(before(text, day)) && !isLastDay(text, day) ? day.iso : undefined;
}

/** "From January 20 I am available again": the word stands behind it, and no other day between. */
function backFrom(text: string, day: NamedDay, next: NamedDay | undefined): string | undefined {
  if (isLastDay(text, day) || UNTIL.test(bare(before(text, day)))) return undefined;
  const rest = text.slice(day.end, Math.min(day.end + REACH, next?.start ?? text.length));
  return BACK.test(sentenceAtStart(rest)) ? day.iso : undefined;
}

/** "12 – 19 January", "through January 19", "по 19 января", "до 19 января включительно". */
function afterLastDay(text: string, day: NamedDay): string | undefined {
  return isLastDay(text, day) ? dayAfter(day.iso) : undefined;
}

function awayUntil(text: string, day: NamedDay): string | undefined {
  return UNTIL.test(bare(before(text, day))) ? day.iso : undefined;
}

function isLastDay(text: string, day: NamedDay): boolean {
  return (
    day.isRange ||
    LAST.test(bare(before(text, day))) ||
    SECOND_OF_TWO.test(text.slice(Math.max(0, day.start - REACH), day.start)) ||
    /^ ?,? ?\(?(?:включительно|inclusive|included|einschlie(?:ß|ss)lich|inklusive|inclus|incluido|włącznie)/.test(
      text.slice(day.end, day.end + 20),
    )
  );
}

const LAST =
  /(?:(?:^| )(?:по|после|after|nach|nach dem|through|thru|to|and|einschlie(?:ß|ss)lich|au|al)|[\d.][-–—]|[-–—]) ?$/;
/** "vom 1. bis", "od 1 do": until is the last day when it is the second of two. */
const SECOND_OF_TWO = /(?:^| )(?:vom|von|od|from) \d[^,;!?]{0,20} (?:bis|bis zum|do|until|till) $/;
const UNTIL = /(?:^| )(?:до|until|till|til|bis|bis zum|jusqu['’]au|hasta|hasta el|do|do dnia) ?$/;

const UNTIL_WEEKDAY =
  /(?<!\p{L})(?:до|until|till|bis|jusqu['’]à|hasta)(?: (?:next|the next|следующе\p{L}{1,3}|nächsten|zum nächsten|el próximo))? (?=\p{L})/u;

/** How far from a day the word stands that tells what day it is. */
const REACH = 90;

function before(text: string, day: NamedDay): string {
  const near = text.slice(Math.max(0, day.start - REACH), day.start);
  return near.slice(near.search(/[^.!?;]*$/));
}

function sentenceAtStart(text: string): string {
  return /^[^.!?;]*/.exec(text)?.[0] ?? '';
}

/** Without the weekday and the article between the word and the day: "until Friday, the 16th". */
function bare(words: string): string {
  return words.replace(
    /(?:,? ?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:понедельник|вторник|сред[аыу]|четверг|пятниц[аыу]|суббот[аыу]|воскресень[ея])|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|\bthe\b|\bden\b|\bdem\b|\bzum\b|\ble\b|\bel\b|\()[ ,]*$/,
    '',
  );
}

function isKnown(day: string | undefined): day is string {
  return day !== undefined;
}

function dayAfter(iso: string): string {
  return isoDay(new Date(Date.parse(iso) + 86_400_000));
}

function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
