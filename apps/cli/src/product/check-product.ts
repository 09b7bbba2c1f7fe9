import type { ProductStore } from '@app/persistence/products/product.store';
import { Mistake } from '../command-line/mistake.error';

/** Throws a `Mistake` when there is no such product. */
export async function checkProduct(products: ProductStore, id: string): Promise<void> {
  if ((await products.revisionOf(id)) !== null) return;
  throw new Mistake(`There is no product "${id}"; load it with \`sales-agent product load FOLDER\`.`);
}
