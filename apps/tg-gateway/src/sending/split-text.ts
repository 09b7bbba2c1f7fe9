/**
 * Splits a text into parts of at most `limit` UTF-16 units: between sentences, a sentence that is longer between words,
 * a word that is longer between what a reader takes for characters. Blanks at the seams are left out; '' has no part.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of piecesOf(text, limit, ['sentence', 'word', 'grapheme'])) {
    if (part.length + piece.trimEnd().length > limit) {
      parts.push(part.trim());
      part = piece.trimStart();
    } else part += piece;
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}

type Granularity = 'sentence' | 'word' | 'grapheme';

function piecesOf(text: string, limit: number, [by, ...finer]: readonly Granularity[]): readonly string[] {
  if (by === undefined) return cut(text, limit);
  const pieces = [...new Intl.Segmenter(undefined, { granularity: by }).segment(text)].map(({ segment }) => segment);
  return pieces.flatMap((piece) => (piece.length <= limit ? [piece] : piecesOf(piece, limit, finer)));
}

/** What a reader takes for one character can be of any length, too. */
function cut(text: string, limit: number): readonly string[] {
  const count = Math.ceil(text.length / limit);
  return Array.from({ length: count }, (_, index) => text.slice(index * limit, (index + 1) * limit));
}
