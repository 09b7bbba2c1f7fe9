import type { ProductSettings } from '@app/product/product';
import { Mistake } from '../command-line/mistake.error';
import type { OpenInstallation } from '../installation/open-installation';
import { noSuchProduct } from '../product/check-product';

/**
 * The settings of a product that can be sold; throws a `Mistake` when there is none of that id, or no mailbox to sell it
 * from: a brain would refuse any contact.
 */
export async function checkSellable(
  { products, accounts }: OpenInstallation,
  productId: string,
): Promise<ProductSettings> {
  const product = await products.find(productId);
  if (!product) throw noSuchProduct(productId);
  if ((await accounts.ofProduct(productId)).length > 0) return product.settings;
  throw new Mistake(`The product "${productId}" has no mail account; add one with \`sales-agent account add\`.`);
}
