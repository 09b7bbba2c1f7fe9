import { Injectable } from '@nestjs/common';
import { ProductStore } from '@app/persistence/products/product.store';
import type { Product } from '@app/product/product';

/** The products by id, each as it was loaded last: compiling templates and indexing knowledge happens once a revision. */
@Injectable()
export class ProductCatalogue {
  private readonly known = new Map<string, Product>();

  constructor(private readonly products: ProductStore) {}

  async current(id: string): Promise<Product | null> {
    const revision = await this.products.revisionOf(id);
    const known = this.known.get(id);
    const isCurrent = known?.revision === revision;
    if (known && isCurrent) return known;
    const product = await this.products.find(id);
    if (product) this.known.set(id, product);
    return product;
  }
}
