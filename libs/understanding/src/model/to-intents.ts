import type { DateTime } from 'luxon';
import type { Intent, IntentType } from '@app/domain/intent';
import type { Language } from '@app/domain/language';
import { type Calendar, calendarOf, toMoment } from '../days/calendar';
import type { Examined } from '../examine';
import { toDemoSoFar } from '../find-about-time';
import { type DemoWish, findDemo } from '../find-demo';
import { findMentioned } from '../find-mentioned';
import { addressesGiven } from '../find-redirection';
import type { ReadingContext } from '../read-offline';
import { type NamedTime, returnNamed, sentenceOf, wishNamed } from './named-time';

/** What a model named in the contact's words for its intents to be about. */
interface Named {
  /** '' for none. */
  readonly day: string;
  readonly addresses: readonly string[];
}

/** Fills in what each intent is about, as our own code reads the words that were named. */
export function toIntents(
  types: readonly IntentType[],
  { day, addresses }: Named,
  examined: Examined,
  context: ReadingContext,
): readonly Intent[] {
  const { body, sentences } = examined;
  const language: Language = /\p{Script=Cyrillic}/u.test(body.plain) ? 'ru' : 'en';
  const calendar = calendarOf(context, language);
  const named: NamedTime = { words: day, sentences };
  const demo = types.includes('demo') ? findDemo(sentences, calendar, toDemoSoFar(context)) : undefined;
  const isOfDemo = types.includes('demo') && (!types.includes('postpone') || speaksOfDemo(named, demo));

  return types.map((type): Intent => {
    switch (type) {
      case 'redirect':
        return { type, addresses: addressesNamed(addresses, addressesGiven(body, context.ownAddresses)) };
      case 'postpone':
        return { type, ...(day === '' || isOfDemo ? {} : until(returnNamed(named, calendar), calendar)) };
      case 'demo':
        return toDemo(demo, day === '' || !isOfDemo ? undefined : wishNamed(named, calendar), calendar);
      case 'stop':
      case 'presentation':
      case 'question':
      case 'acknowledged':
      case 'unclear':
        return { type };
    }
  });
}

/** Where a contact wants a demo and puts something off, a day is the demo's in the sentence about its time. */
function speaksOfDemo(named: NamedTime, demo: DemoWish | undefined): boolean {
  return demo?.isAboutTime === true && sentenceOf(named) === named.sentences[demo.sentence];
}

function addressesNamed(named: readonly string[], given: readonly string[]): readonly string[] {
  const meant = new Set(named.flatMap((address) => findMentioned(address, []).map((found) => found.address)));
  return given.filter((address) => meant.has(address));
}

function until(day: DateTime | undefined, calendar: Calendar): { readonly until?: Date } {
  return day ? { until: toMoment(day, calendar) } : {};
}

function toDemo(
  demo: DemoWish | undefined,
  wish: { readonly from: DateTime; readonly to: DateTime } | undefined,
  calendar: Calendar,
): Intent {
  const { choice, cancels } = demo ?? {};
  return {
    type: 'demo',
    ...(wish ? { wish: { from: toMoment(wish.from, calendar), to: toMoment(wish.to, calendar) } } : {}),
    ...(choice === undefined ? {} : { choice }),
    ...(cancels ? { cancels } : {}),
  };
}
