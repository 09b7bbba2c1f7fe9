import { prepareDatabase } from '@app/persistence/prepare-database';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { Database } from '@app/persistence/database';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { ProductStore } from '@app/persistence/products/product.store';
import type { EmbeddedMail } from '@app/peers/mail/embedded-mail';
import type { Product } from '@app/product/product';
import { readProduct } from '@app/product/read-product-files';
import { readFolder } from '../../../../apps/cli/src/product/read-folder';
import { ACCOUNT } from '../cast';

interface Sample {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly mail: EmbeddedMail;
  readonly productFolder: string;
  /** Business time. */
  readonly now: Date;
  /** '' names none. */
  readonly model: { readonly name: string; readonly writesAnswers: boolean };
}

/** Puts the sample product and the mail account into a database no service works on yet. */
export async function loadSample({ db, keys, mail, productFolder, now, model }: Sample): Promise<Product> {
  await prepareDatabase(db);
  const read = readProduct(await readFolder(productFolder));
  if (read.type === 'problems') throw new Error(read.problems.join('\n'));
  const product = withModel(read.product, model);
  await new ProductStore(db).save(product, read.contents, now);

  // The mail server of this start has other ports than the one before, and an empty mailbox.
  await db.accounts.deleteOne({ _id: ACCOUNT.id });
  await db.cursors.deleteOne({ _id: ACCOUNT.id });
  // A demo that was killed left its services' heartbeats behind, and they would hold the mailbox.
  await db.instances.deleteMany({});
  const { id, productId, address, password } = ACCOUNT;
  await new AccountStore(db, keys).add({
    _id: id,
    productId,
    address,
    user: address,
    password,
    smtp: { host: '127.0.0.1', port: mail.smtpPort },
    imap: { host: '127.0.0.1', port: mail.imapPortOf(address) },
    security: 'none',
    plusAddressing: false,
    createdAt: now,
  });
  return product;
}

/** As the operator names a model in the product's settings. */
function withModel(product: Product, { name, writesAnswers }: Sample['model']): Product {
  const { settings } = product;
  const writes = { ...settings.model.writes, answers: writesAnswers };
  return { ...product, settings: { ...settings, model: { ...settings.model, name, writes } } };
}
