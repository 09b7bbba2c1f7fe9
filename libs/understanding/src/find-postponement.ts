import type { DateTime } from 'luxon';
import type { Calendar } from './days/calendar';
import type { FoundDay } from './days/find-days';
import { findDays } from './days/find-days';
import type { Finding } from './find-wish';
import { clauseAround, mostFitting } from './fit-day';
import { findWishes, wordsAt } from './find-wish';
import type { Passage } from './readable-text';
import { AWAITS_DAY, BUSY, COME_BACK, NOT_NOW } from './rules/postpone';

/** A wish to be left alone for a while. */
export interface Postponement extends Finding {
  /** Whether the contact asks us to come back, rather than only saying that today is the wrong time. */
  readonly isInvitation: boolean;
  readonly day?: DateTime;
}

/** "We move house on Saturday. Write after that." */
const AFTER_THAT =
  /^[^\p{L}]*(?:(?:any|anytime|давайте|лучше|пишите|напишите|write|try|week|time|сразу|right|straight|soon) ){0,3}(?:after(?: that| this| it|wards)?|после(?: этого| него| нее)?|потом(?: пишите| напишите)?)(?=[^\p{L}]*$|(?<=that|this|it|wards) )/u;

/** With this few words beside it, a day is what the sentence is about. */
const MATTER_OF_DAY = 3;
const SHORT_SENTENCE = 10;

/**
 * Finds the sentences that put the talk off, with the day to come back when one is named: those with a day first,
 * and of them the last, since people say why before they say when.
 */
export function findPostponements(sentences: readonly Passage[], calendar: Calendar): readonly Postponement[] {
  return sentences
    .flatMap((sentence, index) => {
      const postponement = readSentence(sentence, sentences[index + 1], calendar);
      return postponement ? [{ ...postponement, sentence: index }] : [];
    })
    .sort(
      (one, other) => Number(other.day !== undefined) - Number(one.day !== undefined) || other.sentence - one.sentence,
    );
}

function readSentence(sentence: Passage, next: Passage | undefined, calendar: Calendar): Postponement | undefined {
  const [comeBack] = findWishes([sentence], COME_BACK);
  const [notNow] = findWishes([sentence], [...NOT_NOW, ...BUSY]);
  const wish = comeBack ?? notNow;
  const found = mostFitting(findDays(sentence.plain, calendar), sentence.plain);
  // "Are you closed in January?" puts nothing off, whatever day it names; "January then?" does.
  const asks =
    sentence.plain.includes('?') && (found === undefined || wordsBeside(sentence.plain, found) > MATTER_OF_DAY);
  if (!comeBack && asks) return undefined;
  if (found === undefined) return wish && { ...wish, isInvitation: wish === comeBack };

  const isAfterThat = AFTER_THAT.test(next?.plain ?? '');
  const strength = comeBack ? 0.93 : notNow || isAfterThat ? 0.82 : strengthOfDay(sentence, found);
  const day = isAfterThat || isBusyThen(sentence.plain, found) ? found.over : found.day;
  if (strength === 0 || (day === undefined && strength < 0.8)) return undefined;
  const evidence = wordsAt(sentence.written, found.index, found.length);
  return {
    rule: 'day',
    strength,
    evidence,
    sentence: 0,
    isInvitation: comeBack !== undefined || day !== undefined,
    ...(day ? { day } : {}),
  };
}

function strengthOfDay(sentence: Passage, found: FoundDay): number {
  const beside = wordsBeside(sentence.plain, found);
  if (beside <= MATTER_OF_DAY) return 0.85;
  if (findWishes([sentence], AWAITS_DAY).length > 0) return 0.84;
  return beside <= SHORT_SENTENCE ? 0.65 : 0;
}

/** "In December we close the books" asks for January, "until December we are busy" already for December. */
function isBusyThen(plain: string, found: FoundDay): boolean {
  const clause = [{ plain: clauseAround(plain, found), written: '' }];
  const isBound = /(?<!\p{L})(?:до|после|until|till|before|after|не раньше|через)(?!\p{L})/u.test(
    clause[0]?.plain ?? '',
  );
  // "Back from leave in May" names the day it ends.
  const isBack = /(?<!\p{L})(?:back|returns?|returning|вернусь|вернется|выйду|выхожу|выходит)(?!\p{L})/u.test(
    clause[0]?.plain ?? '',
  );
  return !isBound && !isBack && findWishes(clause, BUSY).length > 0 && findWishes(clause, COME_BACK).length === 0;
}

function wordsBeside(plain: string, { index, length }: FoundDay): number {
  return `${plain.slice(0, index)} ${plain.slice(index + length)}`.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
