import type { ProductStore } from '@app/persistence/products/product.store';
import { Mistake } from '../command-line/mistake.error';

/** Throws a `Mistake` when there is no such product. */
export async function checkProduct(products: ProductStore, id: string): Promise<void> {
  if ((await products.revisionOf(id)) === null) throw noSuchProduct(id);
}

/** What the operator reads who named a product that is not loaded. */
export function noSuchProduct(id: string): Mistake {
  return new Mistake(`There is no product "${id}"; load it with \`sales-agent product load FOLDER\`.`);
}
