import type { BodyLine } from './body-line';
import { signatureOf } from './signature-of';
import { isPostscript } from './signature-line';

/**
 * Tells for each line whether it is signature: the signature, the line a device adds, a disclaimer, a list's footer.
 * Looks at the end of every stretch of own lines between quotes.
 */
export function findSignatures(
  lines: readonly BodyLine[],
  quoted: readonly boolean[],
  senderName: string,
): readonly boolean[] {
  const signed = markedByClient(lines, quoted);
  let saidSomething = false;
  let start = 0;
  for (let index = 0; index <= lines.length; index++) {
    if (index < lines.length && !quoted[index] && !signed[index]) continue;
    const stretch = lines.slice(start, index).map((line) => line.text);
    signatureOf(stretch, { senderName, isBeginning: !saidSomething }).forEach((isSigned, offset) => {
      signed[start + offset] = isSigned;
      saidSomething ||= !isSigned && stretch[offset] !== '';
    });
    start = index + 1;
  }
  return signed;
}

/** The client's own mark counts, unless somebody wrote his whole answer into the signature. */
function markedByClient(lines: readonly BodyLine[], quoted: readonly boolean[]): boolean[] {
  const marked = lines.map((line, index) => !quoted[index] && line.mark === 'signature' && !isPostscript(line.text));
  const saysMore = lines.some((line, index) => !quoted[index] && !marked[index] && line.text !== '');
  return saysMore ? marked : lines.map(() => false);
}
