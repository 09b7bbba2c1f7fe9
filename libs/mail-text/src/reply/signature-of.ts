import type { Mailbox } from '../parsed-mail';
import { isDeviceLine } from './device-line';
import { isSenderName } from './sender-name';
import {
  hasFooterPhrase,
  isAntivirusNote,
  isDelimiter,
  isFooter,
  isLongSignOff,
  isNamed,
  isNameLine,
  isPostscript,
  isProse,
  isSignOff,
  isThanks,
} from './signature-line';

/** What is known of a stretch of own lines from outside it. */
interface StretchContext {
  readonly sender: Mailbox;
  /** Nothing was said above it: then its first line is no signature, whatever it looks like. */
  readonly isBeginning: boolean;
}

/** Tells which lines at the end of a stretch of own lines are signature; sentences and postscripts among them are not. */
export function signatureOf(lines: readonly string[], context: StretchContext): readonly boolean[] {
  const signed = lines.map(() => false);
  const delimiter = lines.findIndex(isDelimiter);
  let end = lines.length;
  if (delimiter >= 0) {
    mark(lines, signed, delimiter, end, isPostscript);
    end = delimiter;
  }
  for (let piece = 0; piece < MOST_PIECES; piece++) {
    end = withoutBlanks(lines, end);
    const appended = footerStart(lines, end, context) ?? deviceStart(lines, end);
    const start = appended ?? closingStart(lines, end, context) ?? cardStart(lines, end, context);
    if (start === undefined) break;
    mark(lines, signed, start, end, (line) => isPostscript(line) || (appended === undefined && isOwnSentence(line)));
    end = start;
  }
  return signed;
}

/** Closing, card, device line, disclaimer, antivirus note: no mail ends with more; more would be somebody's list. */
const MOST_PIECES = 40;
/** How many lines of text a signature without delimiter may have. */
const TALLEST = 14;
const TALLEST_FOOTER = 80;
const LONGEST_FOOTER = 8000;

/** Marks a range, but for the paragraphs that begin with or hold what the sender says. */
function mark(
  lines: readonly string[],
  signed: boolean[],
  start: number,
  end: number,
  isOwn: (line: string) => boolean,
): void {
  let isOwnParagraph = false;
  for (let index = start; index < end; index++) {
    const line = lines[index] ?? '';
    if (line === '') isOwnParagraph = false;
    else if (index > start && isOwn(line)) isOwnParagraph = true;
    signed[index] = !isOwnParagraph;
  }
}

function withoutBlanks(lines: readonly string[], end: number): number {
  while (end > 0 && lines[end - 1] === '') end--;
  return end;
}

/** A disclaimer, an antivirus note, a list's footer: the last paragraph, or all below a rule. */
function footerStart(lines: readonly string[], end: number, context: StretchContext): number | undefined {
  const rule = ruleAbove(lines, end);
  if (rule !== undefined && (rule > 0 || !context.isBeginning)) {
    const below = lines.slice(rule + 1, end).filter((line) => line !== '');
    const text = below.join('\n');
    if (
      below.length > 0 &&
      (hasFooterPhrase(text) || isFooter(text) || isAntivirusNote(text) || isBriefSignature(below))
    )
      return rule;
  }
  const paragraph = paragraphStart(lines, end);
  if (paragraph === undefined || (paragraph === 0 && context.isBeginning)) return undefined;

  const text = lines.slice(paragraph, end).join('\n');
  if (text.length > LONGEST_FOOTER || text.includes('?')) return undefined;
  if (isAntivirusNote(text) && text.length < 400) return paragraph;
  return isFooter(text) ? paragraph : undefined;
}

/** Where the last paragraph begins, unless it is too long for a footer. */
function paragraphStart(lines: readonly string[], end: number): number | undefined {
  for (let start = end; end - start <= TALLEST_FOOTER; start--) {
    if (start === 0 || lines[start - 1] === '') return start;
  }
  return undefined;
}

function ruleAbove(lines: readonly string[], end: number): number | undefined {
  for (let index = end - 1, seen = 0; index >= 0 && seen <= TALLEST; index--) {
    const line = lines[index] ?? '';
    if (/^\s*([-_=*])\1+\s*$/.test(line)) return index;
    if (line !== '') seen++;
  }
  return undefined;
}

function isBriefSignature(lines: readonly string[]): boolean {
  return (
    lines.length <= 6 &&
    lines.every((line) => line.length < 60 && !isOwnSentence(line) && !endsSentence(line) && !isListItem(line))
  );
}

/** "Второй вопрос: срок?", "Нужен договор."; "Ltd." and "Inc." end no sentence. */
function endsSentence(line: string): boolean {
  return /([?!…]|\p{L}{5}\.)\s*$/u.test(line);
}

function isListItem(line: string): boolean {
  return /^\s*(\d+[.)]|[-*•])\s/.test(line);
}

function deviceStart(lines: readonly string[], end: number): number | undefined {
  const last = end - 1;
  if (!isDeviceLine(lines[last] ?? '')) return undefined;
  const above = lines[last - 1] ?? '';
  const isSigned = last > 1 && lines[last - 2] === '' && isNameLine(above) && above.trim().includes(' ');
  return isSigned ? last - 1 : last;
}

/** A closing with what follows it, or the sender's own name. */
function closingStart(lines: readonly string[], end: number, context: StretchContext): number | undefined {
  let start: number | undefined;
  for (let index = end - 1, seen = 0; index >= 0 && seen < TALLEST; index--) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    seen++;
    if (isClosing(lines, index, end, context)) start = index;
  }
  return start;
}

/** The last paragraph when it is a card that begins with a name and has the sender's own address. */
function cardStart(lines: readonly string[], end: number, { sender, isBeginning }: StretchContext): number | undefined {
  const start = paragraphStart(lines, end);
  if (start === undefined || end - start < 2 || end - start > TALLEST || (start === 0 && isBeginning)) return undefined;
  const card = lines.slice(start, end);
  const isIntroduced = /:\s*$/.test(lines[withoutBlanks(lines, start) - 1] ?? '');
  const isOwn = sender.address !== '' && card.some((line) => line.toLowerCase().includes(sender.address));
  return isOwn && !isIntroduced && isNameLine(card[0] ?? '') && !card.some(isOwnSentence) ? start : undefined;
}

function isClosing(lines: readonly string[], index: number, end: number, context: StretchContext): boolean {
  const line = lines[index] ?? '';
  const saidBefore = !context.isBeginning || lines.findIndex((above) => above !== '') < index;
  const below = lines.slice(index + 1, end).filter((each) => each !== '');
  if (isSignOff(line) || isLongSignOff(line, below[0] ?? '')) {
    // Wishes to which no name is put are the sender's last words.
    const isSigned = below.length > 0 || end < withoutBlanks(lines, lines.length) || isNamed(line);
    return isSigned && (saidBefore || below.length > 0) && !isOwnSentence(lines[index + 1] ?? '');
  }
  if (!saidBefore) return false;
  const isEnd = below.every((each) => !isOwnSentence(each));
  if (isThanks(line)) return isEnd && isNameLine(below[0] ?? '') && below.length < 8;
  if (isSenderName(line.split(/\s[|•·]\s/, 1)[0] ?? line, context.sender.name)) return isEnd;
  return below.length === 0 && /^\s*[-–]\s?\p{Lu}[\p{L}.]*(\s\p{Lu}[\p{L}.]*){0,2}\s*$/u.test(line);
}

function isOwnSentence(line: string): boolean {
  return isProse(line) && !hasFooterPhrase(line) && !isAntivirusNote(line);
}
