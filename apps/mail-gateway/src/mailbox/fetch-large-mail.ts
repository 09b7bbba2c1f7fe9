import type { ImapFlow, MessageStructureObject } from 'imapflow';
import type { FolderMail } from './folder-mail';
import { partHeader } from './part-header';
import { LARGEST_KEPT, LARGEST_KEPT_TOGETHER } from '@app/runtime/files/keep-attachments';

/** Of a longer text only the beginning is fetched; in bytes as they are transferred. */
const LONGEST_TEXT = 4 * 1024 * 1024;
/** How much longer base64 makes what it carries, line ends included. */
const BASE64 = 1.37;
const MOST_PARTS = 300;

/**
 * Fetches a large mail without its large attachments, so that it takes no more memory than an ordinary one: the
 * header and the structure first (RFC 9051, section 7.5.2), then the texts and the attachments there is room for. Only
 * the header where the structure cannot be used; null when the mail is gone.
 */
export async function fetchLargeMail(client: ImapFlow, uid: number): Promise<FolderMail | null> {
  const mail = await client.fetchOne(String(uid), { uid: true, headers: true, bodyStructure: true }, { uid: true });
  if (!mail || !mail.headers) return null;
  const headers = endedByBlankLine(mail.headers);
  const { bodyStructure } = mail;
  const leaves = bodyStructure ? leavesOf(bodyStructure) : [];
  if (!bodyStructure || leaves.length > MOST_PARTS) {
    return { uid, source: headers, leftOut: [], without: 'too-large' };
  }
  const lengths = lengthsOf(leaves);
  const asked = [...lengths].filter(([, length]) => length > 0);
  const bodyParts = asked.map(([key, maxLength]) => ({ key, start: 0, maxLength }));
  const fetched = await client.fetchOne(String(uid), { uid: true, bodyParts }, { uid: true });
  if (!fetched) return null;
  const content = (part: string): Buffer => fetched.bodyParts?.get(part) ?? Buffer.alloc(0);
  const source = Buffer.concat([headers, ...bodyOf(bodyStructure, content)]);
  const leftOut = leaves.filter((leaf) => content(partOf(leaf)).length === 0).map(sizeOf);
  return { uid, source, leftOut, without: null };
}

/** Not every server gives the line that ends a header. */
function endedByBlankLine(header: Buffer): Buffer {
  return Buffer.from(`${header.toString('latin1').trimEnd()}\r\n\r\n`, 'latin1');
}

/** How much of each leaf is fetched, by its part number: texts first, then files, the ones there is room for. */
function lengthsOf(leaves: readonly MessageStructureObject[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  let room = Math.floor(LARGEST_KEPT_TOGETHER * BASE64);
  for (const leaf of leaves.toSorted((one, other) => Number(isText(other)) - Number(isText(one)))) {
    const length = leaf.size ?? 0;
    const most = isText(leaf) ? LONGEST_TEXT : Math.floor(LARGEST_KEPT * BASE64);
    const taken = isText(leaf) ? Math.min(length, most, room) : length <= Math.min(most, room) ? length : 0;
    room -= taken;
    lengths.set(partOf(leaf), taken);
  }
  return lengths;
}

/** The mail again, as far as it was fetched. */
function* bodyOf(node: MessageStructureObject, content: (part: string) => Buffer): Iterable<Buffer> {
  if (!isMultipart(node)) {
    yield content(partOf(node));
    return;
  }
  const boundary = node.parameters?.['boundary'] ?? '';
  for (const child of node.childNodes ?? []) {
    yield Buffer.from(`\r\n--${boundary}\r\n`);
    yield Buffer.from(partHeader(child));
    yield* bodyOf(child, content);
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

function leavesOf(node: MessageStructureObject): MessageStructureObject[] {
  return isMultipart(node) ? (node.childNodes ?? []).flatMap(leavesOf) : [node];
}

/** A mail of one part is its own first part. */
function partOf({ part }: MessageStructureObject): string {
  return part ?? '1';
}

/** An enclosed mail is a file: what is in it is not the sender's. */
function isMultipart({ type }: MessageStructureObject): boolean {
  return type.toLowerCase().startsWith('multipart/');
}

function isText({ type, disposition }: MessageStructureObject): boolean {
  return type.toLowerCase().startsWith('text/') && disposition?.toLowerCase() !== 'attachment';
}

/** As it is once it is decoded, nearly. */
function sizeOf({ size = 0, encoding }: MessageStructureObject): number {
  return encoding?.toLowerCase() === 'base64' ? Math.floor(size / BASE64) : size;
}
