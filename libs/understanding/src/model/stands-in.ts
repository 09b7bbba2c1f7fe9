import { toReadable } from '../readable-text';

/** Whether words stand in a text as they are, but for case, spaces and kinds of quotes; "1 May" does not in "11 May". */
export function standsIn(words: string, text: string): boolean {
  const wanted = comparable(words);
  if (wanted === '') return false;
  const whole = comparable(text);
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) {
    if (!IN_WORD.test(joint(whole, at)) && !IN_WORD.test(joint(whole, at + wanted.length))) return true;
  }
  return false;
}

/** Words in the one form in which they can be compared, without the punctuation around them. */
export function comparable(words: string): string {
  return toReadable(words)
    .plain.replaceAll(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}@+]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '');
}

/** "Stop" does not stand in "non-stop". */
const IN_WORD = /^[\p{L}\p{N}-]{2}$/u;

/** The characters on both sides of a place. */
function joint(text: string, at: number): string {
  return text.slice(Math.max(0, at - 1), at) + text.slice(at, at + 1);
}
