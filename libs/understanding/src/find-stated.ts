import { featuresOf } from './classifier/features-of';
import { weigh } from './classifier/linear-model';
import { trainedModel } from './classifier/trained-model';
import type { Stated } from './decide-types';
import { examine, type Examined } from './examine';
import type { DemoSoFar } from './find-about-time';
import type { DemoWish } from './find-demo';
import { addressesGiven, type Redirection } from './find-redirection';
import type { Finding } from './find-wish';
import { isOnlyCourtesy } from './is-only-courtesy';

interface Found {
  readonly demo: DemoWish | undefined;
  readonly redirection: Redirection | undefined;
  readonly soFar: DemoSoFar;
  readonly ownAddresses: readonly string[];
}

/** What code is sure of in a message, before the classifier is asked. */
export function findStated(examined: Examined, { demo, redirection, soFar, ownAddresses }: Found): Stated {
  return {
    optOut: optOutIn(examined),
    address: addressIn(redirection, examined, ownAddresses),
    meeting: demo !== undefined,
    meetingTime: demo ? meetingTimeOf(demo, soFar) : 'none',
    onlyCourtesy: isOnlyCourtesy(examined.body.plain),
    saysMore: examined.sentences.length > 1,
  };
}

function optOutIn(examined: Examined): Stated['optOut'] {
  if (examined.optOuts.some((one) => isOptOutByItself(one, examined))) return 'certain';
  return examined.optOuts.length > 0 ? 'likely' : 'none';
}

/** Rules of which hardly anybody uses the words for anything else, where they stand alone. */
const PLAIN_OPT_OUTS: ReadonlySet<string> = new Set(['unsubscribe', 'remove-me']);
const ALONE_FROM = 0.5;

/** Whether the clause would be read as a stop if it were the whole message: what stands beside it takes nothing back. */
function isOptOutByItself({ rule, sentence, evidence }: Finding, { said }: Examined): boolean {
  if (!PLAIN_OPT_OUTS.has(rule)) return false;
  const clauses = said[sentence]?.written.split(/[,;:]/u) ?? [];
  const clause = clauses.find((one) => one.includes(evidence)) ?? '';
  return weigh(trainedModel(), featuresOf(examine(clause, []))).stop >= ALONE_FROM;
}

function addressIn(
  redirection: Redirection | undefined,
  { body, hasOnlyOwnAddress }: Examined,
  ownAddresses: readonly string[],
): Stated['address'] {
  const addresses = redirection?.addresses ?? addressesGiven(body, ownAddresses);
  if (addresses.length > 0) return 'other';
  return hasOnlyOwnAddress && !redirection ? 'own' : 'none';
}

function meetingTimeOf(
  { isAboutTime, choice, cancels }: DemoWish,
  { offered, booked }: DemoSoFar,
): Stated['meetingTime'] {
  if (!isAboutTime) return 'none';
  const isSpokenOf = booked || offered.length > 0;
  return isSpokenOf || choice !== undefined || cancels ? 'certain' : 'likely';
}
