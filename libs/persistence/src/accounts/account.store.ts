import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import { KeyRing } from '../keys/key-ring';
import { normalise } from '../recipients/recipient-keys';
import type { MailAccount } from './account.schema';

/** The mail accounts; a password is sealed on its way in and opened only for whoever logs in with it. */
@Injectable()
export class AccountStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  async add(
    account: Omit<MailAccount, 'password'> & { readonly password: string },
  ): Promise<'added' | 'address-taken'> {
    try {
      await this.db.accounts.insertOne({ ...account, password: this.keys.seal(account.password, account._id) });
      return 'added';
    } catch (error) {
      if (isDuplicateKey(error)) return 'address-taken';
      throw error;
    }
  }

  passwordOf(account: MailAccount): string {
    return this.keys.unseal(account.password, account._id);
  }

  async find(id: string): Promise<MailAccount | null> {
    return this.db.accounts.findById(id).lean<MailAccount>();
  }

  async findByAddress(address: string): Promise<MailAccount | null> {
    return this.db.accounts.findOne({ address: normalise(address) }).lean<MailAccount>();
  }

  async all(): Promise<MailAccount[]> {
    return this.db.accounts.find().sort({ createdAt: 1 }).lean<MailAccount[]>();
  }

  async ofProduct(productId: string): Promise<MailAccount[]> {
    return this.db.accounts.find({ productId }).sort({ createdAt: 1, _id: 1 }).lean<MailAccount[]>();
  }
}
