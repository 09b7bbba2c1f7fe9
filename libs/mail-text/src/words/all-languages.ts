import { ASIAN } from './asian';
import { ENGLISH } from './english';
import { FRENCH } from './french';
import { GERMAN } from './german';
import type { HeaderKind, LanguageWords } from './language-words';
import { OTHER_EUROPEAN } from './other-european';
import { POLISH } from './polish';
import { RUSSIAN } from './russian';
import { SPANISH } from './spanish';
import { UKRAINIAN } from './ukrainian';

const LANGUAGES: readonly LanguageWords[] = [
  RUSSIAN,
  ENGLISH,
  UKRAINIAN,
  GERMAN,
  FRENCH,
  SPANISH,
  POLISH,
  OTHER_EUROPEAN,
  ASIAN,
];

/** The kind of header a lower-case label names, in any known language. */
export const HEADER_KINDS: ReadonlyMap<string, HeaderKind> = new Map(
  LANGUAGES.flatMap(({ headers }) =>
    (['other', 'to', 'date', 'subject', 'from'] as const).flatMap((kind) =>
      headers[kind].map((label) => [label, kind] as const),
    ),
  ),
);

export const WROTE = together('wrote');
export const OPENERS = together('openers');
export const WEEKDAYS = together('weekdays');
export const SEPARATORS: ReadonlySet<string> = new Set(together('separators'));
export const REPLY_MARKERS = together('replyMarkers');
/** Longest first, so that what is left of a line is the rest after the whole closing. */
export const SIGN_OFFS = longestFirst(together('signOffs'));
export const THANKS = longestFirst(together('thanks'));
export const DEVICE_LINES = together('deviceLines');
export const FOOTERS = together('footers');
export const FOOTER_HINTS = together('footerHints');
export const BANNERS = together('banners');
export const BANNER_TAGS: ReadonlySet<string> = new Set(together('bannerTags'));
export const ANTIVIRUS_NOTES = together('antivirus');
export const SENTENCE_WORDS: ReadonlySet<string> = new Set(together('sentenceWords'));

function together(table: Exclude<keyof LanguageWords, 'headers'>): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => language[table]))];
}

function longestFirst(phrases: readonly string[]): readonly string[] {
  return [...phrases].sort((one, other) => other.length - one.length);
}
