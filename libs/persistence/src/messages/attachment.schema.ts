import type { Binary, ObjectId } from 'mongodb';

/** The bucket of what contacts sent: any GridFS client can read it. */
export const ATTACHMENT_BUCKET = 'attachments';

/** A content in GridFS, once, however many messages carry it. */
export interface AttachmentFile {
  /** Hex SHA-256 of the content. */
  readonly _id: string;
  /** The same, for GridFS looks files up by their name. */
  readonly filename: string;
  readonly length: number;
  readonly chunkSize: number;
  readonly uploadDate: Date;
  /** How many messages carry it; it goes with the last of them. */
  readonly uses: number;
}

export interface AttachmentChunk {
  readonly _id: ObjectId;
  readonly files_id: string;
  /** From 0. */
  readonly n: number;
  readonly data: Binary;
}
