import type { HeaderKind } from '../words/language-words';
import { HEADER_KINDS } from '../words/all-languages';
import type { BodyLine } from './body-line';

/**
 * Whether the header lines of a quoted mail begin here ("From: … Sent: … To: … Subject: …"). Three different ones,
 * the sender or both date and subject among them; two are enough below a rule.
 */
export function headerBlockAt(
  lines: readonly BodyLine[],
  start: number,
  { isBelowRule }: { readonly isBelowRule: boolean },
): boolean {
  const first = headerKind(lines[start]?.text ?? '');
  if (first === 'from' && isBlockOnOneLine(lines[start]?.text ?? '')) return true;
  if (!first || first === 'other') return false;

  const kinds = new Set<HeaderKind>([first]);
  let isOfMail = saysWhoOrWhen(lines[start]?.text ?? '');
  let others = 0;
  for (let index = start + 1; index < Math.min(lines.length, start + TALLEST); index++) {
    const text = lines[index]?.text ?? '';
    const kind = headerKind(text);
    if (kind) {
      kinds.add(kind);
      isOfMail ||= saysWhoOrWhen(text);
      others = 0;
    } else if (++others > MOST_BETWEEN) break;
  }
  return (isOfMail || kinds.has('subject')) && isWholeBlock(kinds, isBelowRule);
}

/** Whether a line is a header as clients write it: "Subject: …", "*От:* …". */
export function isHeaderLine(line: string): boolean {
  return headerKind(line) !== undefined;
}

const TALLEST = 16;
/** A long list of recipients is wrapped, and some clients leave blank lines between the headers. */
const MOST_BETWEEN = 2;
const LONGEST_LABEL = 24;

function headerKind(line: string): HeaderKind | undefined {
  const colon = line.search(/[:：]/);
  if (colon < 1 || colon > LONGEST_LABEL + line.length - line.trimStart().length) return undefined;
  return HEADER_KINDS.get(line.slice(0, colon).replace(/\*/g, '').trim().toLowerCase());
}

/** "From: Anna <a@b.example> Sent: 12.01.2026 14:03 To: …", as programs write it that lose the line ends of HTML. */
function isBlockOnOneLine(line: string): boolean {
  if (line.length > LONGEST_BLOCK || !saysWhoOrWhen(line)) return false;
  const labels = line.match(/(?<=^|[\s*;])[\p{L}-]{1,24}(?=\*?:)/gu) ?? [];
  const kinds = new Set(labels.map((label) => HEADER_KINDS.get(label.toLowerCase())));
  return kinds.has('from') && kinds.has('date') && (kinds.has('to') || kinds.has('subject'));
}

const LONGEST_BLOCK = 1000;

/** "From: Moscow, To: Tver, Date: 12.01" is somebody's order. */
function saysWhoOrWhen(line: string): boolean {
  return line.includes('@') || /\d:\d\d/.test(line);
}

function isWholeBlock(kinds: ReadonlySet<HeaderKind>, isBelowRule: boolean): boolean {
  const core = [...kinds].filter((kind) => kind !== 'other').length;
  if (kinds.has('from')) return core >= (isBelowRule ? 2 : 3);
  return kinds.has('date') && kinds.has('subject') && (core >= 3 || isBelowRule);
}
