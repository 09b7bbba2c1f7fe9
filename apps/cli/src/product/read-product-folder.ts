import type * as Reading from '@app/product/read-product-files';
import { Mistake } from '../command-line/mistake.error';
import { readFolder } from './read-folder';

/** A product and the contents of its files, from its folder; throws a `Mistake` with a line for every problem. */
export async function readProductFolder(folder: string): Promise<Reading.ReadProduct & { readonly type: 'product' }> {
  const read = loadReading().readProduct(await readFolder(folder));
  if (read.type === 'problems') throw new Mistake(read.problems);
  return read;
}

/** Only what reads a folder needs the templates' and settings' parsers. */
function loadReading(): typeof Reading {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('@app/product/read-product-files') as typeof Reading;
}
