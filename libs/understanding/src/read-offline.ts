import { INTENT_TYPES, type IntentType } from '@app/domain/intent';
import type { Reading } from '@app/domain/reading';
import type { Slot } from '@app/domain/slot';
import { featuresOf } from './classifier/features-of';
import { type Chances, weigh } from './classifier/linear-model';
import { trainedModel } from './classifier/trained-model';
import { calendarOf } from './days/calendar';
import { decideTypes, type Stated } from './decide-types';
import { detectLanguage } from './detect-language';
import { examine } from './examine';
import { findConsent } from './find-consent';
import { toDemoSoFar } from './find-about-time';
import { findDemo } from './find-demo';
import { findEvidence } from './find-evidence';
import { findRedirection } from './find-redirection';
import { findStated } from './find-stated';
import { toWishes } from './to-wishes';

export interface ReadingContext {
  readonly now: Date;
  /** The contact's IANA time zone, in which days begin. */
  readonly timeZone: string;
  /** Public holidays and other days nobody works on, `YYYY-MM-DD`: "after the holidays" is the working day after them. */
  readonly daysOff?: readonly string[];
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
  return assessOffline(text, context).reading;
}

/** An offline reading, and what it may have missed. */
export interface OfflineReading {
  readonly reading: Reading;
  /** Whether something in the words hints at an opt-out, also where the reading is none: until that is settled, wait. */
  readonly hintsAtStop: boolean;
}

/** Reads as `readOffline` does, and says besides whether anything hints at an opt-out. */
export function assessOffline(text: string, context: ReadingContext): OfflineReading {
  const examined = examine(text, context.ownAddresses);
  const { body, said, sentences } = examined;
  const seen = featuresOf(examined);
  const model = trainedModel();
  const chances = weigh(model, seen);

  const language = /\p{Script=Cyrillic}/u.test(body.plain) ? 'ru' : 'en';
  const calendar = calendarOf(context, language);
  const soFar = toDemoSoFar(context);
  const demo = findDemo(sentences, calendar, soFar);
  const redirection = findRedirection(body, sentences, context.ownAddresses);
  const stated = findStated(examined, { demo, redirection, soFar, ownAddresses: context.ownAddresses });

  const types = decideTypes(chances, stated);
  const wishes = toWishes(types, examined, {
    demo,
    redirection,
    calendar,
    ownAddresses: context.ownAddresses,
    wordsFor: (type) => findEvidence(model, seen, type, body.written),
  });
  const reading: Reading = {
    intents: wishes.map(({ intent }) => intent),
    confidence: toConfidence(chances, types, stated),
    engine: 'offline',
    // Who does not want to be written to agrees to nothing, whatever else is said.
    consent: types.includes('stop') ? 'no' : findConsent(said, redirection !== undefined),
    language: detectLanguage(body.written) ?? null,
    evidence: wishes.map(({ evidence }) => evidence),
  };
  const hintsAtStop = types.includes('stop') || stated.optOut !== 'none' || chances.stop >= HINT_FROM;
  return { reading, hintsAtStop: hintsAtStop && !stated.onlyCourtesy };
}

/** Of the opt-outs that are not read as such, nearly all reach this chance, and few other messages do. */
const HINT_FROM = 0.05;

/** A greeting alone, and an answer to the times we offered, are read by code alone, and hardly ever wrong. */
const CERTAIN = 0.9;

/** How likely it is that the first intent is meant, and none that was not read. */
function toConfidence(chances: Chances, types: readonly IntentType[], { meetingTime, onlyCourtesy }: Stated): number {
  const [first = 'unclear'] = types;
  if (onlyCourtesy) return CERTAIN;
  if (first === 'demo' && meetingTime === 'certain') return CERTAIN;
  const others = INTENT_TYPES.filter((type) => !types.includes(type));
  return Math.round(100 * others.reduce((left, type) => left * (1 - chances[type]), chances[first])) / 100;
}
