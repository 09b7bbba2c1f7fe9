import { DateTime } from 'luxon';
import { INTENT_TYPES, type IntentType } from '@app/domain/intent';
import type { Reading } from '@app/domain/reading';
import type { Slot } from '@app/domain/slot';
import { featuresOf } from './classifier/features-of';
import { type Chances, weigh } from './classifier/linear-model';
import { trainedModel } from './classifier/trained-model';
import { decideTypes, type Stated } from './decide-types';
import { detectLanguage } from './detect-language';
import { examine } from './examine';
import { findConsent } from './find-consent';
import { findDemo } from './find-demo';
import { findEvidence } from './find-evidence';
import { findRedirection } from './find-redirection';
import { findStated } from './find-stated';
import { toWishes } from './to-wishes';

export interface ReadingContext {
  readonly now: Date;
  /** The contact's IANA time zone, in which days begin. */
  readonly timeZone: string;
  /** Addresses that point to nobody else: our mailboxes, and the contact's own. */
  readonly ownAddresses: readonly string[];
  /** The demo slots last offered: after them "Thursday" and "the second" are about the demo. */
  readonly offered?: readonly Slot[];
  /** Whether a demo slot is booked: after that "I can't make it" is about the demo. */
  readonly booked?: boolean;
}

/**
 * Reads what a contact wants with a message in Russian or English; never throws, whatever the text. A trained
 * classifier weighs words and rules and says what is meant, and how sure that is; code finds what it is about: days,
 * hours, addresses.
 */
export function readOffline(text: string, context: ReadingContext): Reading {
  const examined = examine(text, context.ownAddresses);
  const { body, said, sentences } = examined;
  const seen = featuresOf(examined);
  const model = trainedModel();
  const chances = weigh(model, seen);

  const language = /\p{Script=Cyrillic}/u.test(body.plain) ? 'ru' : 'en';
  const now = DateTime.fromJSDate(context.now, { zone: context.timeZone });
  const soFar = { offered: context.offered ?? [], booked: context.booked ?? false };
  const demo = findDemo(sentences, now, language, soFar);
  const redirection = findRedirection(body, sentences, context.ownAddresses);
  const stated = findStated(examined, { demo, redirection, soFar });

  const types = decideTypes(chances, stated);
  const wishes = toWishes(types, examined, {
    demo,
    redirection,
    language,
    today: now.startOf('day'),
    ownAddresses: context.ownAddresses,
    wordsFor: (type) => findEvidence(model, seen, type, body.written),
  });
  return {
    intents: wishes.map(({ intent }) => intent),
    confidence: toConfidence(chances, types, stated),
    engine: 'offline',
    // Who does not want to be written to agrees to nothing, whatever else is said.
    consent: types.includes('stop') ? 'no' : findConsent(said, redirection !== undefined),
    language: detectLanguage(body.written) ?? null,
    evidence: wishes.map(({ evidence }) => evidence),
  };
}

/** An answer to the times we offered is read by code alone, and hardly ever wrong. */
const CERTAIN = 0.9;

/** How likely it is that the first intent is meant, and none that was not read. */
function toConfidence(chances: Chances, types: readonly IntentType[], { meetingTime }: Stated): number {
  const [first = 'unclear'] = types;
  if (first === 'demo' && meetingTime === 'certain') return CERTAIN;
  const others = INTENT_TYPES.filter((type) => !types.includes(type));
  return Math.round(100 * others.reduce((left, type) => left * (1 - chances[type]), chances[first])) / 100;
}
