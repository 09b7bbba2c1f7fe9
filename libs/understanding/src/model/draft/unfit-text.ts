/** Markup, what is hidden, what a template would fill in; a line break in the middle of a sentence. */
const MARKUP = /[<>{}[\]|`*~\\\n\r\t\u2028\u2029]|\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}/u;
const OTHER_LETTERS = /(?!\p{Script=Latin}|\p{Script=Cyrillic})\p{L}/u;
const OTHER_NUMBERS = /(?![0-9])\p{N}/u;
const MIXED_WORD = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;

/** What makes a text unfit for a letter whatever it says, in words for a complaint; undefined when nothing does. */
export function unfitness(text: string): string | undefined {
  if (MARKUP.test(text)) return 'holds markup or characters that are not plain text';
  if (OTHER_LETTERS.test(text) || OTHER_NUMBERS.test(text)) return 'holds letters or digits of another script';
  // "Cкидка" with a Latin C looks like the word and is none.
  return MIXED_WORD.test(text) ? 'mixes Latin and Cyrillic letters in a word' : undefined;
}
