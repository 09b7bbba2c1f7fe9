import { DateTime } from 'luxon';
import type { Reading } from '@app/domain/reading';
import type { Slot } from '@app/domain/slot';
import { composeReading } from './compose-reading';
import { decideStop, findRefusals } from './decide-stop';
import { detectLanguage } from './detect-language';
import { findConsent } from './find-consent';
import { findDemo } from './find-demo';
import { findPostponements } from './find-postponement';
import { findQuestions } from './find-questions';
import { findRedirection } from './find-redirection';
import { findWishes } from './find-wish';
import type { Passage } from './readable-text';
import { blankOut, toReadable, toSentences } from './readable-text';
import { ACKNOWLEDGED } from './rules/acknowledged';
import { NOT_MEANT_EN, THING_DECLINED_EN } from './rules/not-meant.en';
import { NOT_MEANT_RU, THING_DECLINED_RU } from './rules/not-meant.ru';
import { PRESENTATION } from './rules/presentation';
import { stripCourtesies } from './strip-courtesies';

const NOT_MEANT = [...NOT_MEANT_RU, ...NOT_MEANT_EN, THING_DECLINED_RU, THING_DECLINED_EN].map(
  ({ pattern }) => new RegExp(pattern, 'g'),
);

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

/** Reads by plain rules what a contact wants with a message in Russian or English; never throws, whatever the text. */
export function readOffline(text: string, context: ReadingContext): Reading {
  const { body } = stripCourtesies(toReadable(text));
  const language = /\p{Script=Cyrillic}/u.test(body.plain) ? 'ru' : 'en';
  const now = DateTime.fromJSDate(context.now, { zone: context.timeZone });
  const said = toSentences(body);
  if (said.length === 0 && /\p{L}/u.test(text)) return courtesyAlone(text, detectLanguage(text) ?? null);
  const sentences = said.map(withoutWhatIsNotMeant);

  const refusals = findRefusals(sentences, said);
  const demo = findDemo(sentences, now, language, { offered: context.offered ?? [], booked: context.booked ?? false });
  const presentation = findWishes(sentences, PRESENTATION)[0];
  const redirection = findRedirection(body, sentences, context.ownAddresses);
  const postponements = findPostponements(sentences, now.startOf('day'), language).filter(
    ({ sentence }) => demo?.sentence !== sentence || !demo.isAboutTime,
  );
  const claimed = [demo, presentation, redirection, ...postponements, ...refusals.optOut].flatMap((one) =>
    one ? [one.sentence] : [],
  );
  const question = findQuestions(sentences, new Set(claimed))[0];
  return composeReading(
    {
      stop: decideStop(refusals, { demo, presentation, redirection, question, postponements }),
      redirection,
      demo,
      presentation,
      postponement: postponements[0],
      question,
      acknowledgement: findWishes(said, ACKNOWLEDGED)[0],
      consent: findConsent(said, redirection !== undefined),
      language: detectLanguage(body.written) ?? null,
    },
    sentences.length,
  );
}

/** A greeting and nothing else asks for nothing: whoever wants something writes on. */
function courtesyAlone(text: string, language: Reading['language']): Reading {
  return {
    intents: [{ type: 'acknowledged' }],
    confidence: 0.6,
    engine: 'offline',
    consent: null,
    language,
    evidence: [text.trim()],
  };
}

function withoutWhatIsNotMeant({ written, plain }: Passage): Passage {
  return { written, plain: NOT_MEANT.reduce(blankOut, plain) };
}
