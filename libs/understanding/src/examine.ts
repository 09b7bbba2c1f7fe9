import { findMentioned } from './find-mentioned';
import { addressesGiven } from './find-redirection';
import { type Finding, findWishes } from './find-wish';
import type { Passage } from './readable-text';
import { blankOut, toReadable, toSentences } from './readable-text';
import type { Rule } from './rule';
import { ACKNOWLEDGED } from './rules/acknowledged';
import { CANCEL_DEMO } from './rules/cancel-demo';
import { DEMO } from './rules/demo';
import { NEVER, NO_REFUSAL } from './rules/never';
import { NOT_MEANT_EN, THING_DECLINED_EN } from './rules/not-meant.en';
import { NOT_MEANT_RU, THING_DECLINED_RU } from './rules/not-meant.ru';
import { AWAITS_DAY, BUSY, COME_BACK, NOT_NOW } from './rules/postpone';
import { PRESENTATION } from './rules/presentation';
import { QUESTION } from './rules/question';
import { REDIRECT, WRITE_THERE } from './rules/redirect';
import { BRUSH_OFF_EN, OPT_OUT_EN, REFUSAL_EN } from './rules/stop.en';
import { BRUSH_OFF_RU, OPT_OUT_RU, REFUSAL_RU } from './rules/stop.ru';
import { scriptOf } from './script';
import { stripCourtesies } from './strip-courtesies';

/** A message taken apart, before anybody decides what it means. */
export interface Examined {
  /** Without greeting and signature; the whole of it where nothing else is left. */
  readonly body: Passage;
  /** Its sentences as they were said. */
  readonly said: readonly Passage[];
  /** The same without phrases that only look like a wish. */
  readonly sentences: readonly Passage[];
  /** Whether the one address in it is the writer's own. */
  readonly hasOnlyOwnAddress: boolean;
  /** The sentences that forbid further letters in so many words. */
  readonly optOuts: readonly Finding[];
  /** What the rules make of single sentences, opt-outs included. */
  readonly hints: readonly Finding[];
}

const OPT_OUT: readonly Rule[] = [...OPT_OUT_RU, ...OPT_OUT_EN];

const HINTS: readonly Rule[] = [
  ...REFUSAL_RU,
  ...REFUSAL_EN,
  ...BRUSH_OFF_RU,
  ...BRUSH_OFF_EN,
  ...REDIRECT,
  ...WRITE_THERE,
  ...COME_BACK,
  ...NOT_NOW,
  ...BUSY,
  ...AWAITS_DAY,
  ...DEMO,
  ...CANCEL_DEMO,
  ...PRESENTATION,
  ...QUESTION,
];
/** These also read what the others must not see. */
const HINTS_AS_SAID: readonly Rule[] = [
  ...ACKNOWLEDGED,
  ...NEVER,
  ...NO_REFUSAL,
  ...NOT_MEANT_RU,
  ...NOT_MEANT_EN,
  THING_DECLINED_RU,
  THING_DECLINED_EN,
];
const NOT_MEANT = [...NOT_MEANT_RU, ...NOT_MEANT_EN, THING_DECLINED_RU, THING_DECLINED_EN];

/** What looks like an address to the classifier. */
const ADDRESS_LIKE = /(?:(?:https?:\/\/)?t\.me\/|@)\w{3,32}|[^\s@<>(),;:]{1,64}@[\p{L}\p{N}.-]{1,255}/gu;

/** Takes a message apart: what is said in it, and which rules speak of it. `ownAddresses` point to nobody. */
export function examine(text: string, ownAddresses: readonly string[]): Examined {
  const written = toReadable(text);
  const readable = withoutOwnAddresses(written, ownAddresses);
  const letter = stripCourtesies(readable).body;
  const body = toSentences(letter).length > 0 ? letter : readable;
  const said = toSentences(body);
  const sentences = said.map(withoutWhatIsNotMeant);
  const optOuts = findWishes(sentences, OPT_OUT);
  const hints = [...optOuts, ...findWishes(sentences, HINTS), ...findWishes(said, HINTS_AS_SAID)];
  const hasOnlyOwnAddress =
    readable.plain !== written.plain && findMentioned(written.written, ownAddresses).length === 0;
  return { body, said, sentences, hasOnlyOwnAddress, optOuts, hints };
}

/** Whoever reads on must not take an address that leads to nobody else for one to write to. */
function withoutOwnAddresses(passage: Passage, ownAddresses: readonly string[]): Passage {
  const others = new Set(addressesGiven(passage, ownAddresses));
  const isOwn = (name: string): boolean => !others.has(name.replace(/^(?:https?:\/\/)?t\.me\//, '@'));
  const blank = (name: string): string => (isOwn(name) ? '.'.repeat(name.length) : name);
  return { written: passage.written, plain: passage.plain.replaceAll(ADDRESS_LIKE, blank) };
}

function withoutWhatIsNotMeant({ written, plain }: Passage): Passage {
  const script = scriptOf(plain);
  const patterns = NOT_MEANT.flatMap(({ patterns }) => patterns[script] ?? []);
  return { written, plain: patterns.reduce(blankOut, plain) };
}
