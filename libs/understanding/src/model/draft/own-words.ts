import { type Token, tokensOf } from '../../classifier/tokens-of';
import { toReadable } from '../../readable-text';

/** Of the words of a sentence so many must stand in the passages it rests on. */
const ENOUGH = 0.4;
/** Shorter words say little. */
const SHORTEST = 3;

/** Whether a sentence is told in the words of the passages it rests on, by their stems; names say nothing of that. */
export function isToldBy(sentence: string, passages: string): boolean {
  const known = new Set(stemsOf(passages));
  const names = new Set(namesIn(sentence).flatMap(stemsOf));
  const told = stemsOf(sentence).filter((stem) => known.has(stem) || !names.has(stem));
  return told.length > 0 && told.filter((stem) => known.has(stem)).length >= ENOUGH * told.length;
}

/** The names in a sentence: words with a capital letter that do not begin it. */
export function namesIn(sentence: string): readonly string[] {
  const words = sentence.match(/\p{L}[\p{L}\p{N}'’]*|[.!?:]/gu) ?? [];
  return words
    .filter((word, at) => at > 0 && !/^[.!?:]$/.test(words[at - 1] ?? '') && /^\p{Lu}/u.test(word))
    .filter((word) => !POLITE.test(word));
}

/** Whether a name stands in a text, whatever its ending there. */
export function isNamedIn(name: string, text: string): boolean {
  const known = allStemsOf(text);
  return [...allStemsOf(name)].every((stem) => known.has(stem));
}

const POLITE = /^(?:I|I'm|I’m|I'd|I'll|Вы|Вас|Вам|Вами|Ваш\p{L}{0,3})$/u;

function stemsOf(text: string): readonly string[] {
  return tokensIn(text).flatMap(({ word, stem }) => (word.length >= SHORTEST ? [stem] : []));
}

function allStemsOf(text: string): ReadonlySet<string> {
  return new Set(tokensIn(text).map(({ stem }) => stem));
}

/** Line by line, since of a long text only the beginning would be taken apart. */
function tokensIn(text: string): readonly Token[] {
  return text.split('\n').flatMap((line) => tokensOf(toReadable(line).plain));
}
