import type { Language } from '@app/domain/language';
import { detectLanguage } from '../detect-language';
import { accepted, type Checked, rejected } from './checked';
import { type Grounds, mistakeInSentence } from './draft/check-sentence';
import type { OfferedPassage } from './offered-passage';
import { type Parsed, parseResponse } from './parse-response';

/** What a draft was offered to rest on. */
export interface OfferedForDraft {
  readonly passages: readonly OfferedPassage[];
  readonly language: Language;
  /** The contact's own words. */
  readonly question: string;
}

/** A draft every sentence of which rests on passages; `found` is false, and nothing is said, where none answers. */
export interface DraftedAnswer {
  readonly found: boolean;
  readonly sentences: readonly DraftedSentence[];
}

export interface DraftedSentence {
  readonly text: string;
  /** The ids of the passages it rests on, at least one. */
  readonly passages: readonly string[];
}

const SHAPE = { found: 'text', sentences: 'texts', passages: 'texts' } as const;
const MOST_SENTENCES = 6;

/**
 * Reads the draft of an answer; never throws. Nothing in it may be promised, named, counted or linked to that is not
 * in the passages the sentence itself rests on.
 */
export function checkDraft(response: string, offered: OfferedForDraft): Checked<DraftedAnswer> {
  const parsed = parseResponse(response, SHAPE);
  if (parsed.type === 'rejected') return parsed;
  const { found } = parsed.value;
  if (found === 'no') return accepted({ found: false, sentences: [] });
  if (found !== 'yes') return rejected('The field found must be "yes" or "no".');
  const checked = checkSentences(parsed.value, offered);
  return checked.type === 'rejected' ? checked : accepted({ found: true, sentences: checked.value });
}

/** Checks every sentence against the passages it names; shared by everything a model may draft. */
export function checkSentences(
  { sentences, passages }: Pick<Parsed<typeof SHAPE>, 'sentences' | 'passages'>,
  offered: OfferedForDraft,
): Checked<readonly DraftedSentence[]> {
  if (sentences.length === 0 || sentences.length > MOST_SENTENCES) {
    return rejected(`There must be one to ${MOST_SENTENCES} sentences.`);
  }
  if (passages.length !== sentences.length) return rejected('There must be as many strings in passages as sentences.');
  const drafted: DraftedSentence[] = [];
  for (const [at, written] of sentences.entries()) {
    const text = written.trim();
    const named = passagesNamed(passages[at] ?? '', offered.passages);
    if (!named) return rejected(`Sentence ${at + 1} does not name the numbers of passages that were given.`);
    const grounds: Grounds = { ...offered, passages: named };
    const mistake = mistakeInSentence(text, grounds);
    if (mistake !== undefined) return rejected(`Sentence ${at + 1} ${mistake}.`);
    drafted.push({ text, passages: named.map(({ id }) => id) });
  }
  const isFitting = detectLanguage(drafted.map(({ text }) => text).join(' ')) === offered.language;
  return isFitting ? accepted(drafted) : rejected('The sentences are in another language than was asked for.');
}

/** The passages behind "1, 3"; undefined when a number stands for none, or nothing else than numbers is named. */
function passagesNamed(numbers: string, offered: readonly OfferedPassage[]): readonly OfferedPassage[] | undefined {
  if (!/^\s*\d{1,3}(?:[\s,]+\d{1,3})*\s*$/.test(numbers)) return undefined;
  const places = [...new Set((numbers.match(/\d+/g) ?? []).map(Number))];
  const named = places.flatMap((place) => offered[place - 1] ?? []);
  return named.length === places.length ? named : undefined;
}
