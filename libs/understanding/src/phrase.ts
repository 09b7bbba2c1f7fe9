/**
 * The letters of normalised text, as the inside of a character class: Latin and Cyrillic. Spelled out, because `\p{L}`
 * is some 600 ranges, and a rule that repeats it takes the engine seconds to compile.
 */
export const LETTERS = 'a-zß-öø-ÿ\u0100-\u017f\u0400-\u045f';
const IN_WORD = `${LETTERS}0-9`;
const WORD = `[${IN_WORD}]{1,30}`;
/** What may stand between two words of one phrase. An end of a sentence or an address may not. */
const GAP = `[^${IN_WORD}.!?@]{1,4}`;

/**
 * Compiles a phrase in the notation of the rule tables into a regular expression for normalised text.
 * A space is any gap between two words, ` ~ ` lets up to four words stand between, `*` ends a word in any way,
 * `)*` repeats a group up to four times, `^` and `$` are the sentence's ends; the rest is as in regular expressions.
 */
export function phrase(source: string, flags = ''): RegExp {
  const translated = source
    .replaceAll(/\((?!\?)/g, '(?:')
    .replaceAll(' ~ ', `${GAP}(?:${WORD}${GAP}){0,4}`)
    .replaceAll(' ?', `(?:${GAP})?`)
    .replaceAll(' ', GAP)
    .replaceAll(')*', '){0,4}')
    .replaceAll('*', `[${LETTERS}]{0,12}`)
    .replaceAll(/(?<!\[)\^/g, `^[^${IN_WORD}]{0,8}`)
    .replaceAll('$', `(?=[^${IN_WORD}]{0,12}$$)`);
  // JavaScript's \b knows no Cyrillic.
  return new RegExp(`(?<![${IN_WORD}])(?:${translated})(?![${IN_WORD}])`, flags);
}
