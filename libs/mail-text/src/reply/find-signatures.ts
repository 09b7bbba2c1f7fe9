import type { Mailbox } from '../parsed-mail';
import { bannerHeight } from './banner-lines';
import type { BodyLine } from './body-line';
import { signatureOf } from './signature-of';
import { isDeviceLine } from './device-line';
import { hasFooterPhrase, isDelimiter, isPostscript } from './signature-line';

/**
 * Tells for each line whether it is signature: the signature, the line a device adds, a disclaimer, a list's footer, a
 * server's warning at the top. Looks at the end of every stretch of own lines between quotes.
 */
export function findSignatures(
  lines: readonly BodyLine[],
  quoted: readonly boolean[],
  sender: Mailbox,
): readonly boolean[] {
  const signed = markedByClient(lines, quoted);
  signed.fill(true, 0, bannerHeight(lines, quoted));
  let saidSomething = false;
  let start = 0;
  for (let index = 0; index <= lines.length; index++) {
    if (index < lines.length && !quoted[index] && !signed[index]) continue;
    const stretch = lines.slice(start, index).map((line) => line.text);
    signatureOf(stretch, { sender, isBeginning: !saidSomething }).forEach((isSigned, offset) => {
      signed[start + offset] = isSigned;
      saidSomething ||= !isSigned && stretch[offset] !== '';
    });
    start = index + 1;
  }
  return isAllBelowDelimiter(lines, quoted, signed) ? lines.map(() => false) : signed;
}

/** Somebody who writes his whole letter below the delimiter that his client sets means it. */
function isAllBelowDelimiter(
  lines: readonly BodyLine[],
  quoted: readonly boolean[],
  signed: readonly boolean[],
): boolean {
  const first = lines.find(({ text }) => text !== '');
  if (!first || !isDelimiter(first.text) || quoted.includes(true)) return false;
  const isAll = lines.every(({ text }, index) => text === '' || signed[index]);
  return (
    isAll &&
    lines.some(({ text }) => text !== '' && !isDelimiter(text) && !isDeviceLine(text) && !hasFooterPhrase(text))
  );
}

/** The client's own mark counts, unless somebody wrote his whole answer into the signature. */
function markedByClient(lines: readonly BodyLine[], quoted: readonly boolean[]): boolean[] {
  const marked = lines.map((line, index) => !quoted[index] && line.mark === 'signature' && !isPostscript(line.text));
  const saysMore = lines.some((line, index) => !quoted[index] && !marked[index] && line.text !== '');
  return saysMore ? marked : lines.map(() => false);
}
