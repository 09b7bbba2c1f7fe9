import { createHash } from 'node:crypto';

/** Hex SHA-256 of a product folder: the same for the same paths and contents, in whatever order they come. */
export function productRevision(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) ?? new Uint8Array();
    // The length keeps the end of one file and the beginning of the next apart.
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
