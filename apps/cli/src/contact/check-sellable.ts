import { Mistake } from '../command-line/mistake.error';
import type { OpenInstallation } from '../installation/open-installation';
import { checkProduct } from '../product/check-product';

/** Throws a `Mistake` when there is no such product, or no mailbox to sell it from: a brain would refuse any contact. */
export async function checkSellable({ products, accounts }: OpenInstallation, productId: string): Promise<void> {
  await checkProduct(products, productId);
  if ((await accounts.ofProduct(productId)).length > 0) return;
  throw new Mistake(`The product "${productId}" has no mail account; add one with \`sales-agent account add\`.`);
}
