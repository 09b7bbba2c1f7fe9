/** A sentence this long says enough; what makes it longer is what was given. */
const LONGEST = 1_000;
/** What moves the cursor, or turns the direction of text. */
const ACTS_ON_TERMINALS = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** A sentence as the operator sees it, whatever was given that it repeats: one line, at most 1,000 characters of it. */
export function inOneLine(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST - 300)} … ${line.slice(-280)}` : line;
  return short.replace(ACTS_ON_TERMINALS, '\ufffd');
}
