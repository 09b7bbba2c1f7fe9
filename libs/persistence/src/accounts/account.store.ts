import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import { KeyRing } from '../keys/key-ring';
import { normalise } from '../recipients/recipient-keys';
import type { AccountCheck, MailAccount } from './account.schema';
import { rememberOwnAddress } from './own-addresses';
import { openOAuth, sealLogin, sealRefreshToken, type GivenLogin, type OAuthSecrets } from './sealed-login';

/** An account as the operator adds it. */
export type NewAccount = Omit<MailAccount, MadeByStore | keyof Defaults> & Partial<Defaults> & GivenLogin;

type MadeByStore = 'password' | 'oauth' | 'paused' | 'checks';
type Defaults = Pick<MailAccount, 'fingerprints' | 'keepsSent' | 'dkimSelector'>;

/** What of an account the operator may change; what is left out stays. */
export type AccountChange = Partial<
  Pick<MailAccount, 'user' | 'smtp' | 'imap' | 'security' | 'fingerprints' | 'keepsSent' | 'dkimSelector'>
> & { readonly login?: GivenLogin };

/** The mail accounts; a secret is sealed on its way in and opened only for whoever logs in with it. */
@Injectable()
export class AccountStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  async add(account: NewAccount): Promise<'added' | 'address-taken'> {
    try {
      await this.db.accounts.insertOne({
        fingerprints: [],
        keepsSent: false,
        dkimSelector: null,
        ...account,
        ...sealLogin(this.keys, account._id, account),
        paused: null,
        checks: [],
      });
      return 'added';
    } catch (error) {
      if (isDuplicateKey(error)) return 'address-taken';
      throw error;
    }
  }

  /**
   * Changes an account; what was checked of it before no longer counts. One that was paused writes again when the change
   * is about how it is logged in to.
   */
  async update(id: string, change: AccountChange): Promise<'updated' | 'resumed' | 'no-such-account'> {
    const { login, ...rest } = change;
    const sealed = login === undefined ? {} : sealLogin(this.keys, id, login);
    const resumes = Object.keys(change).some((name) => !BESIDE_LOGIN.has(name));
    const before = await this.db.accounts
      .findOneAndUpdate(
        { _id: id },
        { $set: { ...rest, ...sealed, checks: [], ...(resumes ? { paused: null } : {}) } },
        { returnDocument: 'before' },
      )
      .lean<MailAccount>();
    if (!before) return 'no-such-account';
    return resumes && before.paused !== null ? 'resumed' : 'updated';
  }

  /** Lets nothing leave from an account until the operator resumes it. `because`: a sentence with what to do. */
  async pause(id: string, because: string): Promise<'paused' | 'paused-already'> {
    const { modifiedCount } = await this.db.accounts.updateOne(
      { _id: id, paused: null },
      [{ $set: { paused: { at: '$$NOW', because: { $literal: because } } } }],
      { updatePipeline: true },
    );
    return modifiedCount === 1 ? 'paused' : 'paused-already';
  }

  async resume(id: string): Promise<'resumed' | 'not-paused'> {
    const { modifiedCount } = await this.db.accounts.updateOne(
      { _id: id, paused: { $ne: null } },
      { $set: { paused: null } },
    );
    return modifiedCount === 1 ? 'resumed' : 'not-paused';
  }

  /** Keeps what a check of the account found, in place of what the one before found. */
  async recordChecks(id: string, checks: readonly Omit<AccountCheck, 'at'>[]): Promise<void> {
    const stamped = checks.map(({ name, state, said }) => ({ name, state, said: { $literal: said }, at: '$$NOW' }));
    await this.db.accounts.updateOne({ _id: id }, [{ $set: { checks: stamped } }], { updatePipeline: true });
  }

  /** The mailbox was read again from this moment on, to its end. */
  async noteReadAgain(id: string, since: Date): Promise<void> {
    await this.db.accounts.updateOne(
      { _id: id, 'recovery.readAgainSince': since },
      { $set: { 'recovery.isRead': true } },
    );
  }

  /** Throws `KeyMissing` when the key it was sealed with is gone. */
  passwordOf(account: MailAccount): string {
    if (account.password === null) throw new Error(`${account.address} has no password.`);
    return this.keys.unseal(account.password, account._id);
  }

  /** Null where it logs in with a password. Throws `KeyMissing` as above. */
  oauthOf({ _id, oauth }: MailAccount): OAuthSecrets | null {
    return oauth && openOAuth(this.keys, _id, oauth);
  }

  /**
   * Takes the right to use the account's refresh token for half a minute, unless a process has it; then null, as for an
   * account without OAuth. Throws `KeyMissing` as above.
   */
  async beginRefresh(id: string): Promise<OAuthSecrets | null> {
    const account = await this.db.accounts
      .findOneAndUpdate(
        {
          _id: id,
          oauth: { $ne: null },
          $or: [{ 'oauth.refreshingUntil': null }, { $expr: { $lte: ['$oauth.refreshingUntil', '$$NOW'] } }],
        },
        [{ $set: { 'oauth.refreshingUntil': { $add: ['$$NOW', REFRESH_LEASE_MS] } } }],
        { updatePipeline: true, returnDocument: 'after' },
      )
      .lean<MailAccount>();
    return account && this.oauthOf(account);
  }

  /**
   * Gives that right back, and keeps the refresh token that came in place of the one used, if one came. Neither is done
   * where the operator has given the account another one meanwhile.
   */
  async endRefresh(id: string, used: OAuthSecrets, next: string | null): Promise<void> {
    const isNew = next !== null && next !== used.refreshToken;
    const replaced = isNew ? { 'oauth.refreshToken': sealRefreshToken(this.keys, id, next) } : {};
    await this.db.accounts.updateOne(
      { _id: id, 'oauth.refreshToken.sealed': used.sealedAs },
      { $set: { 'oauth.refreshingUntil': null, ...replaced } },
    );
  }

  async find(id: string): Promise<MailAccount | null> {
    const account = await this.db.accounts.findById(id).lean<MailAccount>();
    if (account) rememberOwnAddress(account.address);
    return account;
  }

  async findByAddress(address: string): Promise<MailAccount | null> {
    return this.db.accounts.findOne({ address: normalise(address) }).lean<MailAccount>();
  }

  async all(): Promise<MailAccount[]> {
    const accounts = await this.db.accounts.find().sort({ createdAt: 1 }).lean<MailAccount[]>();
    for (const { address } of accounts) rememberOwnAddress(address);
    return accounts;
  }

  async ofProduct(productId: string): Promise<MailAccount[]> {
    return this.db.accounts.find({ productId }).sort({ createdAt: 1, _id: 1 }).lean<MailAccount[]>();
  }
}

/** What may change of an account without a reason to think that it can be logged in to again. */
const BESIDE_LOGIN: ReadonlySet<string> = new Set<keyof AccountChange>(['keepsSent', 'dkimSelector']);

/** Longer than a token server is given to answer. */
const REFRESH_LEASE_MS = 30_000;
