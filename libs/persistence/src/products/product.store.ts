import { Injectable } from '@nestjs/common';
import { GridFSBucket } from 'mongodb';
import type { Product } from '@app/product/product';
import { Database } from '../database';

/** The products that are sold, and their files by SHA-256 in GridFS. */
@Injectable()
export class ProductStore {
  constructor(private readonly db: Database) {}

  /** Stores files first, then the product that names them; the same revision again is `unchanged`. */
  async save(product: Product, contents: ReadonlyMap<string, Uint8Array>, now: Date): Promise<'loaded' | 'unchanged'> {
    const standing = await this.db.products.findById(product.id, { revision: 1 }).lean();
    if (standing?.revision === product.revision) return 'unchanged';
    for (const { name, sha256 } of product.files) {
      const content = contents.get(name);
      if (content) await this.saveFile(sha256, content);
    }
    const { id, ...rest } = product;
    await this.db.products.updateOne(
      { _id: id },
      { $set: { ...rest, loadedAt: now }, $setOnInsert: { lettersFollow: rest.settings.approval } },
      { upsert: true },
    );
    return 'loaded';
  }

  async find(id: string): Promise<Product | null> {
    const stored = await this.db.products.findById(id).lean();
    if (!stored) return null;
    const { _id, loadedAt: _loadedAt, lettersFollow: _lettersFollow, ...rest } = stored;
    return { id: _id, ...rest };
  }

  async revisionOf(id: string): Promise<string | null> {
    const stored = await this.db.products.findById(id, { revision: 1 }).lean();
    return stored?.revision ?? null;
  }

  async ids(): Promise<string[]> {
    const products = await this.db.products.find({}, { _id: 1 }).lean();
    return products.map(({ _id }) => _id).sort();
  }

  /** Ids of the products whose letters still follow the approval mode they had before. */
  async *notFollowed(): AsyncIterable<string> {
    const differs = { $expr: { $ne: [{ $ifNull: ['$lettersFollow', 'autopilot'] }, '$settings.approval'] } };
    for await (const { _id } of this.db.products.find(differs, { _id: 1 }).lean().cursor()) yield _id;
  }

  /** The content of a file; throws `FileMissing` when it was never stored. */
  async file(sha256: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const [stored] = await this.bucket.find({ filename: sha256 }).limit(1).toArray();
    if (!stored) throw new FileMissing(sha256);
    for await (const chunk of this.bucket.openDownloadStream(stored._id)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private async saveFile(sha256: string, content: Uint8Array): Promise<void> {
    const [stored] = await this.bucket.find({ filename: sha256 }).limit(1).toArray();
    if (stored) return;
    await new Promise<void>((resolve, reject) => {
      this.bucket.openUploadStream(sha256).on('finish', resolve).on('error', reject).end(content);
    });
  }

  private get bucket(): GridFSBucket {
    return new GridFSBucket(this.db.driver, { bucketName: 'files' });
  }
}

/** A letter names a file the database does not hold. */
export class FileMissing extends Error {
  readonly code = 'FILE_MISSING';
  constructor(readonly sha256: string) {
    super(`The file ${sha256} is not in the database; load the product's folder again.`);
  }
}
