import type { DateTime } from 'luxon';
import type { Intent, IntentType } from '@app/domain/intent';
import type { Language } from '@app/domain/language';
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
  readonly language: Language;
  /** A midnight in the contact's zone. */
  readonly today: DateTime;
  readonly ownAddresses: readonly string[];
  /** The words that speak most for an intent. */
  readonly wordsFor: (type: IntentType) => string;
}

/** Fills in what each intent is about. Days are looked for only where somebody puts us off. */
export function toWishes(types: readonly IntentType[], examined: Examined, found: Found): readonly Wish[] {
  const wishes = types.flatMap((type) => toWish(type, examined, found) ?? []);
  return wishes.length > 0 ? wishes : [{ intent: { type: 'unclear' }, evidence: '' }];
}

function toWish(type: IntentType, examined: Examined, found: Found): Wish | undefined {
  const { demo, redirection, wordsFor } = found;
  switch (type) {
    case 'stop':
      return { intent: { type }, evidence: examined.optOuts[0]?.evidence ?? wordsFor(type) };
    case 'demo':
      return { intent: toDemo(demo), evidence: demo?.evidence ?? wordsFor(type) };
    case 'redirect': {
      const addresses = redirection?.addresses ?? addressesGiven(examined.body, found.ownAddresses);
      return { intent: { type, addresses }, evidence: redirection?.evidence ?? wordsFor(type) };
    }
    case 'postpone':
      return toPostponement(examined, found);
    case 'presentation':
    case 'question':
    case 'acknowledged':
      return { intent: { type }, evidence: wordsFor(type) };
    case 'unclear':
      return { intent: { type }, evidence: '' };
  }
}

function toDemo(demo: DemoWish | undefined): Intent {
  const { wish, choice, cancels } = demo ?? {};
  return {
    type: 'demo',
    ...(wish ? { wish: { from: wish.from.toJSDate(), to: wish.to.toJSDate() } } : {}),
    ...(choice === undefined ? {} : { choice }),
    ...(cancels ? { cancels } : {}),
  };
}

/** A day that is the meeting's puts nothing off. */
function toPostponement({ sentences }: Examined, { demo, today, language, wordsFor }: Found): Wish | undefined {
  const meetsIn = demo?.isAboutTime ? demo.sentence : undefined;
  const others = sentences.filter((_, at) => at !== meetsIn);
  const named = findReturn(others, today, language);
  if (!named)
    return meetsIn === undefined ? { intent: { type: 'postpone' }, evidence: wordsFor('postpone') } : undefined;
  const { day, evidence } = named;
  return { intent: day ? { type: 'postpone', until: day.toJSDate() } : { type: 'postpone' }, evidence };
}
