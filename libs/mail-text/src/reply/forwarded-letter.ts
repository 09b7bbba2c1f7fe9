import { attributionAt } from './attribution-at';
import type { BodyLine } from './body-line';
import { isHeaderLine } from './header-block';
import { isRule, isSeparator } from './separator-line';

/**
 * The lines of a letter that is passed on: what stands below the header lines that the client put above it, without
 * quote marks and the client's line at its end.
 */
export function forwardedLetter(lines: readonly BodyLine[]): readonly string[] {
  const unmarked = withoutMarks(lines);
  const letter = unmarked.slice(frameHeight(unmarked)).map(({ text }) => text);
  while (letter.length > 0 && isFrameAtEnd(letter.at(-1) ?? '')) letter.pop();
  return letter;
}

/** Apple Mail puts a quote mark before each line of a letter it passes on, its header lines too. */
function withoutMarks(lines: readonly BodyLine[]): readonly BodyLine[] {
  const isMarked = lines.every(({ text }) => text === '' || text.startsWith('>'));
  return isMarked ? lines.map(({ text }) => ({ text: text.replace(/^> ?/, ''), mark: undefined })) : lines;
}

/** How many lines of a forward are the client's: separators, rules, header lines with what is wrapped, attributions. */
function frameHeight(lines: readonly BodyLine[]): number {
  let height = 0;
  let isInHeader = false;
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    if (text === '') {
      isInHeader = false;
      continue;
    }
    const attribution = attributionAt(lines, index);
    if (attribution) index = attribution.end - 1;
    else if (isHeaderLine(text)) isInHeader = true;
    else if (!isInHeader && !isSeparator(text) && !isRule(text)) return index;
    height = index + 1;
  }
  return height;
}

function isFrameAtEnd(line: string): boolean {
  return line === '' || isSeparator(line) || isRule(line);
}
