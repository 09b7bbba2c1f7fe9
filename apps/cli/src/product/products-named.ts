import type { ProductStore } from '@app/persistence/products/product.store';
import type { Product } from '@app/product/product';
import { noSuchProduct } from './check-product';

/** The product of an id, or all of them without one; throws a `Mistake` when there is none of that id. */
export async function productsNamed(products: ProductStore, id: string | undefined): Promise<Product[]> {
  const ids = id === undefined ? await products.ids() : [id];
  const found = await Promise.all(ids.map((one) => products.find(one)));
  return found.map((product, index) => {
    if (!product) throw noSuchProduct(ids[index] ?? '');
    return product;
  });
}
