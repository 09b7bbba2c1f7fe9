import { Injectable } from '@nestjs/common';
import { ProductStore } from '@app/persistence/products/product.store';

const MOST_BYTES = 64 * 1024 * 1024;

/** The files that letters carry, kept in memory by their SHA-256 while there is room; the longest unused leave first. */
@Injectable()
export class AttachmentFiles {
  private readonly kept = new Map<string, Buffer>();
  private bytes = 0;

  constructor(private readonly products: ProductStore) {}

  /** The content; throws `FileMissing` when the database does not hold it. */
  async content(sha256: string): Promise<Buffer> {
    const content = this.kept.get(sha256) ?? (await this.products.file(sha256));
    this.keep(sha256, content);
    return content;
  }

  private keep(sha256: string, content: Buffer): void {
    if (this.kept.delete(sha256)) this.bytes -= content.byteLength;
    this.kept.set(sha256, content);
    this.bytes += content.byteLength;
    for (const [oldest, { byteLength }] of this.kept) {
      if (this.bytes <= MOST_BYTES) break;
      this.kept.delete(oldest);
      this.bytes -= byteLength;
    }
  }
}
