import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { remembering } from '@app/domain/remembering';

/** A word of a message, a mark that says something, or a thing of a known kind, and where it stands. */
export interface Token {
  /** The stem of a word, the mark itself, or the kind of thing: such as `<mail>` or `<date>`. */
  readonly stem: string;
  /** The letters of a word; '' for anything else. */
  readonly word: string;
  readonly index: number;
  readonly length: number;
}

const KINDS: readonly (readonly [kind: string, pattern: string])[] = [
  ['mail', String.raw`[^\s@<>(),;:]{1,64}@[\p{L}\p{N}.-]{1,255}`],
  ['name', String.raw`(?:(?:https?:\/\/)?t\.me\/|@)\w{3,32}`],
  ['link', String.raw`https?:\/\/\S{1,255}|www\.\S{1,255}`],
  ['date', String.raw`20\d\d-\d\d?-\d\d?(?!\d)|[0-3]?\d[./][01]?\d(?:[./](?:20)?\d\d)?(?![\d/%]|[.,:]\d)`],
  ['time', String.raw`[0-2]?\d:[0-5]\d(?!\d)`],
  ['number', String.raw`\p{N}[\p{N}.,:/%-]{0,20}`],
  ['word', String.raw`\p{L}[\p{L}\p{M}'-]{0,40}`],
  ['mark', String.raw`[?!+$€₽]|[:;]-?[)(]|\p{Extended_Pictographic}`],
];
const TOKEN = new RegExp(KINDS.map(([kind, pattern]) => `(?<${kind}>${pattern})`).join('|'), 'gu');
/** What a message wants stands among its first words; what is longer was pasted. */
const MOST_TOKENS = 400;

/** The tokens of normalised text, in order, at most 400. */
export function tokensOf(plain: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index, groups } of plain.matchAll(TOKEN)) {
    if (tokens.length === MOST_TOKENS) break;
    tokens.push({ ...toToken(text, groups ?? {}), index, length: text.length });
  }
  return tokens;
}

function toToken(text: string, groups: Readonly<Record<string, string>>): Pick<Token, 'stem' | 'word'> {
  const [kind = ''] = KINDS.find(([name]) => groups[name] !== undefined) ?? [];
  switch (kind) {
    case 'word':
      return { stem: stemOf(text), word: text };
    case 'mark':
      return { stem: text, word: '' };
    default:
      return { stem: `<${kind}>`, word: '' };
  }
}

const stemOf = remembering((word) => (/\p{Script=Cyrillic}/u.test(word) ? stemRussian(word) : stemEnglish(word)));
