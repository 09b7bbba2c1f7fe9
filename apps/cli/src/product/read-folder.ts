import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Mistake } from '../command-line/mistake.error';

/** The files of a product's folder by their relative paths with `/`; throws a `Mistake` when it is no such folder. */
export async function readFolder(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  // Before anything is read: the wrong folder may be a large one.
  if (!existsSync(join(path, 'product.yaml'))) {
    throw new Mistake(`There is no product.yaml in ${path}; name the folder of a product, like products/otzyvy.`);
  }
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (file) => [relative(path, file).split(sep).join('/'), await readFile(file)] as const),
    ),
  );
}
