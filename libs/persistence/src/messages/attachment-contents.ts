import { Binary, GridFSBucket, ObjectId, type ClientSession, type Collection } from 'mongodb';
import { buffer } from 'node:stream/consumers';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { ATTACHMENT_BUCKET, type AttachmentChunk, type AttachmentFile } from './attachment.schema';
import type { InboundMessage } from './message.schema';

/** What files hold, by the hex SHA-256 of it. */
export type Contents = ReadonlyMap<string, Uint8Array>;

type Carrying = Pick<InboundMessage, 'attachments'>;

/** The chunk size GridFS has of its own. */
const CHUNK_BYTES = 255 * 1024;

/**
 * Keeps what the files of one message hold, inside the transaction that stores it: a content nobody carries is never
 * left behind, and one that is let go by another message at the same time conflicts. GridFS's own upload knows no
 * transaction.
 */
export async function keepContents(db: Database, session: ClientSession, contents: Contents): Promise<void> {
  for (const [sha256, content] of contents) {
    const made = { filename: sha256, length: content.byteLength, chunkSize: CHUNK_BYTES, uploadDate: new Date() };
    const { upsertedCount } = await files(db).updateOne(
      { _id: sha256 },
      { $inc: { uses: 1 }, $setOnInsert: made },
      { session, upsert: true },
    );
    const pieces = [...chunksOf(sha256, content)];
    if (upsertedCount === 1 && pieces.length > 0) await chunks(db).insertMany(pieces, { session });
  }
}

/** Lets go of what messages carry that are removed in the same transaction; what no other carries is removed. */
export async function releaseContents(
  db: Database,
  session: ClientSession,
  messages: readonly Carrying[],
): Promise<void> {
  for (const [sha256, count] of usesIn(messages)) {
    const left = await files(db).findOneAndUpdate(
      { _id: sha256 },
      { $inc: { uses: -count } },
      { session, returnDocument: 'after', projection: { uses: 1 } },
    );
    if (!left || left.uses > 0) continue;
    await chunks(db).deleteMany({ files_id: sha256 }, { session });
    await files(db).deleteOne({ _id: sha256 }, { session });
  }
}

/** What a file holds; null when it is not kept. */
export async function contentOf(db: Database, sha256: string): Promise<Buffer | null> {
  const kept = await files(db).findOne({ _id: sha256 }, { projection: { _id: 1 } });
  if (!kept) return null;
  return buffer(new GridFSBucket(db.driver, { bucketName: ATTACHMENT_BUCKET }).openDownloadStreamByName(sha256));
}

/** How many of the messages carry each content: one that carries it twice counts once, as when it was stored. */
function usesIn(messages: readonly Carrying[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { attachments } of messages) {
    const carried = new Set(attachments.flatMap(({ sha256 }) => sha256 ?? []));
    for (const sha256 of carried) uses.set(sha256, (uses.get(sha256) ?? 0) + 1);
  }
  return uses;
}

function* chunksOf(sha256: string, content: Uint8Array): Iterable<AttachmentChunk> {
  for (let n = 0; n * CHUNK_BYTES < content.byteLength; n++) {
    const piece = content.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
    yield { _id: new ObjectId(), files_id: sha256, n, data: new Binary(piece) };
  }
}

function files(db: Database): Collection<AttachmentFile> {
  return db.driver.collection<AttachmentFile>(COLLECTIONS.attachmentFiles);
}

function chunks(db: Database): Collection<AttachmentChunk> {
  return db.driver.collection<AttachmentChunk>(COLLECTIONS.attachmentChunks);
}
