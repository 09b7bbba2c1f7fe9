import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Product } from '@app/product/product';
import { readProduct } from '@app/product/read-product-files';

/** The sample product, as it stands in `products/otzyvy`. */
export function otzyvy(): Product {
  const read = readProduct(otzyvyFolder());
  if (read.type === 'problems') throw new Error(read.problems.join('\n'));
  return read.product;
}

export function otzyvyFolder(): Map<string, Uint8Array> {
  const files = readdirSync(ROOT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(ROOT, path), readFileSync(path)]));
}

const ROOT = join(__dirname, '../../../products/otzyvy');
