import type { Intent, IntentType } from '@app/domain/intent';
import { type Calendar, toMoment } from './days/calendar';
import type { Examined } from './examine';
import type { DemoWish } from './find-demo';
import { addressesGiven, type Redirection } from './find-redirection';
import { findReturn } from './find-return';

/** An intent with all that belongs to it, and the contact's own words it rests on. */
export interface Wish {
  readonly intent: Intent;
  readonly evidence: string;
}

interface Found {
  readonly demo: DemoWish | undefined;
  readonly redirection: Redirection | undefined;
  readonly calendar: Calendar;
  readonly ownAddresses: readonly string[];
  /** The words that speak most for an intent. */
  readonly wordsFor: (type: IntentType) => string;
}

/** Fills in what each intent is about. Days are looked for only where somebody puts us off. */
export function toWishes(types: readonly IntentType[], examined: Examined, found: Found): readonly Wish[] {
  const wishes = types.flatMap((type) => toWish(type, types, examined, found) ?? []);
  return wishes.length > 0 ? wishes : [{ intent: { type: 'unclear' }, evidence: '' }];
}

function toWish(type: IntentType, types: readonly IntentType[], examined: Examined, found: Found): Wish | undefined {
  const { demo, redirection, wordsFor } = found;
  switch (type) {
    case 'stop':
      return { intent: { type }, evidence: examined.optOuts[0]?.evidence ?? wordsFor(type) };
    case 'demo':
      return { intent: toDemo(demo, found.calendar), evidence: demo?.evidence ?? wordsFor(type) };
    case 'redirect': {
      const addresses = redirection?.addresses ?? addressesGiven(examined.body, found.ownAddresses);
      return { intent: { type, addresses }, evidence: redirection?.evidence ?? wordsFor(type) };
    }
    case 'postpone':
      return toPostponement(examined, types.includes('demo') ? found : { ...found, demo: undefined });
    case 'presentation':
    case 'question':
    case 'acknowledged':
      return { intent: { type }, evidence: wordsFor(type) };
    case 'unclear':
      return { intent: { type }, evidence: '' };
  }
}

function toDemo(demo: DemoWish | undefined, calendar: Calendar): Intent {
  const { wish, choice, cancels } = demo ?? {};
  return {
    type: 'demo',
    ...(wish ? { wish: { from: toMoment(wish.from, calendar), to: toMoment(wish.to, calendar) } } : {}),
    ...(choice === undefined ? {} : { choice }),
    ...(cancels ? { cancels } : {}),
  };
}

/** A day that is the meeting's puts nothing off. */
function toPostponement({ said, sentences }: Examined, { demo, calendar, wordsFor }: Found): Wish | undefined {
  const meetsIn = demo?.isAboutTime ? demo.sentence : undefined;
  const named = findReturn(
    sentences.filter((_, at) => at !== meetsIn),
    calendar,
    said.filter((_, at) => at !== meetsIn),
  );
  if (!named)
    return meetsIn === undefined ? { intent: { type: 'postpone' }, evidence: wordsFor('postpone') } : undefined;
  const { day, evidence } = named;
  return { intent: day ? { type: 'postpone', until: toMoment(day, calendar) } : { type: 'postpone' }, evidence };
}
