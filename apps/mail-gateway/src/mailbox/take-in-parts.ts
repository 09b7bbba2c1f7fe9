import { MailsKeptBack } from './fetch-mails';
import type { Position } from './folder-cursors';
import { inParts, type ListedMail } from './open-folder';

const TAKEN_TOGETHER = 100;

/**
 * Takes listed mails in, oldest first, and says after each part that they are passed, up to the first part of which the
 * server keeps a mail back; what is behind it is taken all the same, and passed once that mail is. Gives the last
 * position, null when `pass` gave null; throws `MailsKeptBack` at the end.
 */
export async function takeInParts(
  mails: readonly ListedMail[],
  take: (part: readonly ListedMail[]) => Promise<void>,
  pass: (lastUid: number) => Promise<Position | null>,
): Promise<Position | null> {
  let position: Position | null = null;
  let keptBack: MailsKeptBack | undefined;
  for (const part of inParts(mails, TAKEN_TOGETHER)) {
    const isLacking = await take(part).then(() => undefined, onlyKeptBack);
    keptBack ??= isLacking;
    const last = part.at(-1);
    if (keptBack || !last) continue;
    position = await pass(last.uid);
    if (position === null) return null;
  }
  if (keptBack) throw keptBack;
  return position;
}

function onlyKeptBack(error: unknown): MailsKeptBack {
  if (error instanceof MailsKeptBack) return error;
  throw error;
}
