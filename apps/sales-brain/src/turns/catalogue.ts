import { Injectable } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { formsOf, normalise } from '@app/persistence/recipients/recipient-keys';
import { ourBot } from '@app/persistence/links/our-bot';
import type { TelegramBot } from '@app/persistence/telegram/bot.schema';
import { BotStore } from '@app/persistence/telegram/bot.store';
import { ProductStore } from '@app/persistence/products/product.store';
import type { Product } from '@app/product/product';

/**
 * The products, the mail accounts and the bot as they were last read, so that no turn waits for them: templates are compiled and
 * knowledge is indexed once a product. The feed says when one changed; every start of the feed forgets all.
 */
@Injectable()
export class Catalogue {
  private readonly products = new Map<string, Promise<Product | null>>();
  private readonly accounts = new Map<string, Promise<MailAccount | null>>();
  private ourBot: Promise<TelegramBot | null> | undefined;
  private ownAddresses: Promise<ReadonlySet<string>> | undefined;
  private recovering: Promise<boolean> | undefined;

  constructor(
    private readonly productStore: ProductStore,
    private readonly accountStore: AccountStore,
    private readonly bots: BotStore,
  ) {}

  product(id: string): Promise<Product | null> {
    return remembered(this.products, id, () => this.productStore.find(id));
  }

  account(id: string): Promise<MailAccount | null> {
    return remembered(this.accounts, id, () => this.accountStore.find(id));
  }

  /** The bot of this installation; null while no gateway has ever reached Telegram as one. */
  bot(): Promise<TelegramBot | null> {
    const standing = this.ourBot ?? this.bots.all().then(ourBot);
    this.ourBot = standing;
    standing.catch(() => (this.ourBot = undefined));
    return standing;
  }

  /** Whether a restored database is being made whole: what was written since the backup is not known yet. */
  isRecovering(): Promise<boolean> {
    const standing = this.recovering ?? this.findRecovery();
    this.recovering = standing;
    standing.catch(() => (this.recovering = undefined));
    return standing;
  }

  /** Whether an address is one we write from, or an operator's; with whatever +tag, as in our Reply-To. */
  async isOurs(address: string): Promise<boolean> {
    const standing = this.ownAddresses ?? this.readOwnAddresses();
    this.ownAddresses = standing;
    standing.catch(() => (this.ownAddresses = undefined));
    const ours = await standing;
    return formsOf(address).some((form) => ours.has(form));
  }

  /** A product or an account was changed; without an id, any of them may have been. */
  forget(id?: string): void {
    this.ownAddresses = undefined;
    this.ourBot = undefined;
    this.recovering = undefined;
    for (const known of [this.products, this.accounts]) {
      if (id === undefined) known.clear();
      else known.delete(id);
    }
  }

  private async findRecovery(): Promise<boolean> {
    const [accounts, bots] = await Promise.all([this.accountStore.all(), this.bots.all()]);
    return accounts.some(({ recovery }) => recovery) || bots.some(({ paused }) => paused);
  }

  private async readOwnAddresses(): Promise<ReadonlySet<string>> {
    const [accounts, products] = await Promise.all([
      this.accountStore.all(),
      this.productStore.ids().then((ids) => Promise.all(ids.map((id) => this.product(id)))),
    ]);
    const operators = products.flatMap((product) => product?.settings.operator.address || []);
    return new Set([...accounts.map(({ address }) => address), ...operators.map(normalise)]);
  }
}

function remembered<T>(
  known: Map<string, Promise<T | null>>,
  id: string,
  read: () => Promise<T | null>,
): Promise<T | null> {
  const standing = known.get(id);
  if (standing) return standing;
  const found = read();
  known.set(id, found);
  const forgetUnlessFound = (value: T | null): void => {
    if (value === null && known.get(id) === found) known.delete(id);
  };
  found.then(forgetUnlessFound, () => {
    forgetUnlessFound(null);
  });
  return found;
}
