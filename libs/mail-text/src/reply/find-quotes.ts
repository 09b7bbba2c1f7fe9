import { attributionAt } from './attribution-at';
import type { BodyLine } from './body-line';
import { headerBlockAt, isHeaderLine } from './header-block';
import { isReplyMarker, isRule, isSeparator } from './separator-line';

/**
 * Tells for each line whether it is quoted or forwarded history. Lines with a quote mark are; so is the line above
 * them that says who wrote; and everything below a header block or a separator, unless the quote marks go on there.
 */
export function findQuotes(lines: readonly BodyLine[], mail: { readonly isReply: boolean }): readonly boolean[] {
  const quoted = lines.map((line) => isMarkedByClient(line) || hasQuoteMark(line.text));
  joinWrappedLines(lines, quoted);
  takeRulesAbove(lines, quoted);

  for (let index = 0; index < lines.length; index++) {
    if (isGroupWiseFrame(lines[index]?.text ?? '') && !quoted[index + 1]) {
      quoted.fill(true, index);
      break;
    }
    if (isForwardFrame(lines, quoted, index)) {
      quoted.fill(true, index);
      break;
    }
    if (quoted[index]) continue;
    const frame = frameAt(lines, quoted, index, mail.isReply);
    if (!frame) continue;

    const end = frame.isAboveHistory ? lines.length : frame.end;
    quoted.fill(true, topOf(lines, quoted, index), end);
    index = end - 1;
  }
  return quoted;
}

/** Whether the sender's client marked a line as history, or as what stands above it. */
export function isMarkedByClient({ mark }: BodyLine): boolean {
  return mark === 'quote' || mark === 'frame' || mark === 'history';
}

/** The rule that a client draws above what it quotes. */
function takeRulesAbove(lines: readonly BodyLine[], quoted: boolean[]): void {
  for (let index = 1; index < lines.length; index++) {
    if (!isMarkedByClient(lines[index] ?? NO_LINE) || isMarkedByClient(lines[index - 1] ?? NO_LINE)) continue;
    const rule = lastSaid(lines, index);
    if (rule >= 0 && isRule(lines[rule]?.text ?? '')) quoted[rule] = true;
  }
}

const NO_LINE: BodyLine = { text: '', mark: undefined };

/** The nearest line above that is not blank, within three. */
function lastSaid(lines: readonly BodyLine[], index: number): number {
  for (let above = index - 1; above >= Math.max(0, index - 3); above--) {
    if (lines[above]?.text !== '') return above;
  }
  return -1;
}

/** Gmail marks only the header lines of a letter that is passed on; the letter stands unmarked below them. */
function isForwardFrame(lines: readonly BodyLine[], quoted: readonly boolean[], index: number): boolean {
  const { text, mark } = lines[index] ?? NO_LINE;
  if (mark !== 'frame' || lines[index - 1]?.mark === 'frame' || !isSeparator(text)) return false;
  let end = index + 1;
  while (lines[end]?.mark === 'frame') end++;
  return !isQuoteNext(quoted, lines, end);
}

/** Something a client wrote above a quote: until which line, and whether all below belongs to the quote. */
interface Frame {
  readonly end: number;
  readonly isAboveHistory: boolean;
}

function frameAt(
  lines: readonly BodyLine[],
  quoted: readonly boolean[],
  index: number,
  isReply: boolean,
): Frame | undefined {
  const text = lines[index]?.text ?? '';
  if (text.length < SHORTEST_FRAME) return undefined;
  // Where the quote marks go on below, own words may stand between them.
  const frameUntil = (end: number): Frame => ({ end, isAboveHistory: !isQuoteNext(quoted, lines, end) });
  if (isReplyMarker(text)) return { end: index + 1, isAboveHistory: true };
  if (isSeparator(text)) return frameUntil(headersEnd(lines, index + 1));
  if (headerBlockAt(lines, index, { isBelowRule: isBelowRule(lines, index) })) {
    return frameUntil(headersEnd(lines, index));
  }

  const attribution = attributionAt(lines, index);
  if (!attribution) return undefined;
  if (isQuoteNext(quoted, lines, attribution.end)) return { end: attribution.end, isAboveHistory: false };
  if (attribution.certainty !== 'certain') return undefined;
  // Without a quote mark below, only a reply has a quote at all: a chat log in a first letter reads the same.
  return isReply ? { end: attribution.end, isAboveHistory: true } : undefined;
}

/** Where the header lines end that begin here or below one blank line; `start` when there are none. */
function headersEnd(lines: readonly BodyLine[], start: number): number {
  const first = lines[start]?.text === '' ? start + 1 : start;
  if (!isHeaderLine(lines[first]?.text ?? '')) return start;
  const blank = lines.slice(first, first + TALLEST_HEADER).findIndex(({ text }) => text === '');
  return blank < 0 ? start : first + blank;
}

const TALLEST_HEADER = 30;

/** "От: А" */
const SHORTEST_FRAME = 5;

function isQuoteNext(quoted: readonly boolean[], lines: readonly BodyLine[], from: number): boolean {
  for (let index = from; index < lines.length; index++) {
    if (lines[index]?.text !== '') return quoted[index] === true;
  }
  return false;
}

/** A rule and single header lines directly above a frame belong to it (Yandex puts "To" and "Subject" there). */
function topOf(lines: readonly BodyLine[], quoted: readonly boolean[], frame: number): number {
  let top = frame;
  for (let index = frame - 1; index >= 0 && frame - index <= FRAME_HEIGHT && !quoted[index]; index--) {
    const text = lines[index]?.text ?? '';
    if (isRule(text)) return index;
    if (isHeaderLine(text)) top = index;
    else if (text !== '') break;
  }
  return isBelowRule(lines, top) ? top : frame;
}

const FRAME_HEIGHT = 6;

function isBelowRule(lines: readonly BodyLine[], index: number): boolean {
  const text = lines[lastSaid(lines, index)]?.text ?? '';
  return text !== '' && (isRule(text) || isSeparator(text));
}

/** ">>> Anna <anna@b.example> 12.01.2026 14:03 >>>", with the whole history below it and no other mark. */
function isGroupWiseFrame(text: string): boolean {
  return text.length < 300 && text.startsWith('>>> ') && text.endsWith(' >>>') && /\d[:.]\d\d/.test(text);
}

/** `> `, or the initials of the quoted person before it, as The Bat! writes them: `SP> `. No thread is forty deep. */
function hasQuoteMark(text: string): boolean {
  return /^\s{0,4}(>|\p{Lu}{1,4}>{1,9}(\s|$))/u.test(text) && !/^\s{0,4}>{40,}\s*$/.test(text);
}

/** A server that wraps long quoted lines leaves their ends without a quote mark. */
function joinWrappedLines(lines: readonly BodyLine[], quoted: boolean[]): void {
  for (let index = 1; index < lines.length - 1; index++) {
    if (quoted[index] || !quoted[index - 1] || !quoted[index + 1]) continue;
    const above = lines[index - 1]?.text ?? '';
    const text = lines[index]?.text ?? '';
    const isCutWord = above.length >= WRAPPED_AT && !/[.?!:;,»")]$/.test(above) && /^[\p{Ll}\d(]/u.test(text);
    const isCutBracket = above.lastIndexOf('(') > above.lastIndexOf(')') && text.includes(')') && !text.includes(' ');
    if (isCutWord || isCutBracket) quoted[index] = true;
  }
}

const WRAPPED_AT = 70;
