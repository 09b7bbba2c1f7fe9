import { createHash } from 'node:crypto';
import type { MailAttachment } from '@app/mail-text/parsed-mail';
import type { StoredAttachment } from '@app/persistence/messages/message.schema';
import { cleanFileName } from './clean-file-name';
import { sniffType } from './sniff-type';

/** Of what is larger, only the name, the type and the size are kept. */
export const LARGEST_KEPT = 10 * 1024 * 1024;
/** What of one mail is kept at most, altogether. */
export const LARGEST_KEPT_TOGETHER = 25 * 1024 * 1024;
const MOST_NOTED = 100;

/** The files of a mail as they are stored, and what those hold that are kept, by its SHA-256. */
export interface KeptAttachments {
  readonly attachments: readonly StoredAttachment[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/**
 * Says which files of a mail are kept: each up to a size, as long as there is room (in bytes), the same content once.
 * `leftOut` are the sizes of those that the mail was fetched without, in their order: they stand in it as empty ones.
 */
export async function keepAttachments(
  files: readonly MailAttachment[],
  leftOut: readonly number[],
  room: number,
): Promise<KeptAttachments> {
  const contents = new Map<string, Uint8Array>();
  const attachments: StoredAttachment[] = [];
  const sizes = [...leftOut];
  let left = room;
  for (const { name, contentType: declared, content } of files.slice(0, MOST_NOTED)) {
    const size = content.byteLength === 0 ? (sizes.shift() ?? 0) : content.byteLength;
    const sha256 = fits(content, left) ? sha256Of(content) : null;
    if (sha256 !== null && !contents.has(sha256)) {
      contents.set(sha256, content);
      left -= content.byteLength;
    }
    attachments.push({ name: cleanFileName(name), contentType: (await sniffType(content)) ?? declared, size, sha256 });
  }
  return { attachments, contents };
}

function fits({ byteLength }: Uint8Array, room: number): boolean {
  return byteLength > 0 && byteLength <= Math.min(LARGEST_KEPT, room);
}

function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
