import { mendAddresses } from './mend-addresses';

/** A stretch of a message: as it was written, and the same characters normalised, index by index. */
export interface Passage {
  readonly written: string;
  readonly plain: string;
}

/** What a person writes by hand is shorter; what is longer was pasted, and its beginning says enough. */
const LONGEST = 10_000;

const LIKENESSES: Readonly<Record<string, string>> = {
  ё: 'е',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '‐': '-',
  '…': '.',
  '？': '?',
  '！': '!',
};
const LIKENESS = new RegExp(`[${Object.keys(LIKENESSES).join('')}]`, 'g');

/** Brings a message into the form the rules are written for: lower case, ё as е, one kind of quote, dash and space. */
export function toReadable(text: string): Passage {
  const tidy = withoutQuotes(text.slice(0, LONGEST))
    .normalize('NFC')
    .replaceAll(/\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF|\uFE0F/g, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    // A line that goes on in lower case was only wrapped by the mail program.
    .replaceAll(
      /(?<![.!?:\n])\n(?=\p{Ll})(?!тел|моб|факс|почта|эл\.|e-?mail|tel|mob|phone|www|http|skype|\S+@)/gu,
      ' ',
    );
  const written = mendAddresses(tidy);
  return { written, plain: toLower(written).replaceAll(LIKENESS, (character) => LIKENESSES[character] ?? character) };
}

/** Lines of the mail that is answered, left in beside the own words. */
const QUOTED = /^[^\S\n]*>.*(?:\n|$)/gm;

function withoutQuotes(text: string): string {
  const own = text.replaceAll(QUOTED, '');
  return own.length < text.length && /[\p{L}\p{N}]/u.test(own) ? own : text;
}

/** Some capitals grow when lowered ("İ"), which would shift every index after them: those stay as they are. */
function toLower(written: string): string {
  const lower = written.toLowerCase();
  if (lower.length === written.length) return lower;
  return written.replaceAll(/./gsu, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  });
}

/** Splits at ends of sentences and at new lines; the dots of dates, numbers and addresses are no ends. */
export function toSentences({ written, plain }: Passage): readonly Passage[] {
  return [...plain.matchAll(/[^\n.!?]+(?:[.!?]+(?=[^\s.!?])[^\n.!?]*)*[.!?]*/g)]
    .map(({ 0: sentence, index }) => ({ written: written.slice(index, index + sentence.length), plain: sentence }))
    .filter(({ plain: sentence }) => /[\p{L}\p{N}\p{Extended_Pictographic}?+]/u.test(sentence));
}

/** Takes all matches out of reach of later rules without moving anything else. */
export function blankOut(plain: string, pattern: RegExp): string {
  if (!pattern.test(plain)) return plain;
  return plain.replaceAll(new RegExp(pattern, 'g'), (match) => '.'.repeat(match.length));
}

/** The same for one place of the text. */
export function blankPlace(
  plain: string,
  { index, length }: { readonly index: number; readonly length: number },
): string {
  return `${plain.slice(0, index)}${'.'.repeat(length)}${plain.slice(index + length)}`;
}
