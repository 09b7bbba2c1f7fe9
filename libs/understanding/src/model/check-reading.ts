import { INTENT_TYPES, type IntentType } from '@app/domain/intent';
import { LANGUAGES } from '@app/domain/language';
import type { Reading } from '@app/domain/reading';
import { detectLanguage } from '../detect-language';
import { examine, type Examined } from '../examine';
import { findConsent } from '../find-consent';
import { findMentioned } from '../find-mentioned';
import { assessOffline, type ReadingContext } from '../read-offline';
import { accepted, type Checked, rejected } from './checked';
import { type Parsed, parseResponse } from './parse-response';
import { standsIn } from './stands-in';
import { toIntents } from './to-intents';

const SHAPE = { intents: 'texts', language: 'text', day: 'text', addresses: 'texts', evidence: 'texts' } as const;

/** How often a model's reading that passed all checks is taken to be right, whatever model it is. */
const CONFIDENCE = 0.9;

/**
 * Reads what a model made of a message; never throws. `words` are the contact's. The model says what is meant; days,
 * hours, addresses and consent are found by our own code, and only in words of the contact that the model names.
 */
export function checkReading(response: string, words: string, context: ReadingContext): Checked<Reading> {
  const parsed = parseResponse(response, SHAPE);
  if (parsed.type === 'rejected') return parsed;
  const named = parsed.value;
  const types = typesOf(named.intents);
  if (!types) return rejected('The intents must be words of the list, at least one.');
  const examined = examine(words, context.ownAddresses);
  const mistake = mistakeIn(named, types, { words, examined, context });
  if (mistake !== undefined) return rejected(mistake);

  const meant = toIntents(believed(types), named, examined, context);
  return accepted({
    intents: meant,
    confidence: CONFIDENCE,
    engine: 'model',
    consent: types.includes('stop') ? 'no' : findConsent(examined.said, types.includes('redirect')),
    language: detectLanguage(examined.body.written) ?? null,
    evidence: meant.map(({ type }) => evidenceOf(type, types, named, words)),
  });
}

function typesOf(intents: readonly string[]): readonly IntentType[] | undefined {
  const types = intents.flatMap((intent) => INTENT_TYPES.filter((type) => type === intent));
  return types.length === intents.length && types.length > 0 ? types : undefined;
}

interface Message {
  readonly words: string;
  readonly examined: Examined;
  readonly context: ReadingContext;
}

function mistakeIn(
  { language, day, addresses, evidence }: Parsed<typeof SHAPE>,
  types: readonly IntentType[],
  { words, examined, context }: Message,
): string | undefined {
  if (!LANGUAGES.some((known) => known === language)) return 'The language must be "ru" or "en".';
  const detected = detectLanguage(examined.body.written);
  if (detected && detected !== language) return 'The language is not that of the message.';
  if (evidence.length !== types.length) return 'There must be as many strings in evidence as in intents.';
  if (day !== '' && !standsIn(day, words)) return 'The day must be copied from the message, letter by letter.';
  if (!addresses.every((address) => isGiven(address, words))) return 'An address does not stand in the message.';
  const stop = types.indexOf('stop');
  if (stop !== -1 && !saysStop(evidence[stop] ?? '', words, examined, context)) {
    return 'The intent stop needs evidence: words of the message, copied, that ask for no more letters.';
  }
  return undefined;
}

function isGiven(named: string, words: string): boolean {
  const mentioned = findMentioned(words, []).map(({ address }) => address);
  const addresses = findMentioned(named, []).map(({ address }) => address);
  // A name or a telephone number is no address we could use, and does no harm if the contact wrote it.
  return addresses.length === 0 ? standsIn(named, words) : addresses.every((address) => mentioned.includes(address));
}

/**
 * Whether the words for a stop are the contact's, and our own reader sees in their sentence at least a hint of one: of
 * "we work non-stop" one word alone would be enough.
 */
function saysStop(evidence: string, words: string, { said }: Examined, context: ReadingContext): boolean {
  if (!standsIn(evidence, words)) return false;
  const around = said.filter(({ written }) => standsIn(evidence, written)).map(({ written }) => written);
  return (around.length > 0 ? around : [words]).some((text) => assessOffline(text, context).hintsAtStop);
}

/** A stop leaves room only for somebody to write to instead; thanks and what is unclear count only by themselves. */
function believed(types: readonly IntentType[]): readonly IntentType[] {
  const each = [...new Set(types)];
  if (each.includes('stop')) return each.filter((type) => type === 'stop' || type === 'redirect');
  const wishes = each.filter((type) => type !== 'acknowledged' && type !== 'unclear');
  return wishes.length > 0 ? wishes : each.slice(0, 1);
}

function evidenceOf(
  type: IntentType,
  types: readonly IntentType[],
  { evidence }: Parsed<typeof SHAPE>,
  words: string,
): string {
  const quoted = evidence[types.indexOf(type)] ?? '';
  return standsIn(quoted, words) ? quoted : '';
}
