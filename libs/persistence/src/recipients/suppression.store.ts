import { Injectable } from '@nestjs/common';
import { companyDomainOf } from '@app/domain/company-domain';
import { reopenCompanies } from '../companies/write-company';
import type { Command } from '../commands/command.schema';
import { Database } from '../database';
import { KeyRing } from '../keys/key-ring';
import { changeAddress } from './change-address';
import { liftGuards } from './lift';
import { listSuppressions, type ListedSuppression } from './list-suppressions';
import type { Suppression, SuppressionReason } from './recipient.schema';
import { recipientKeys } from './recipient-keys';
import { suppressGuards } from './suppress';

/** The history of who must never be written to again. */
@Injectable()
export class SuppressionStore {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  async find(id: string): Promise<Suppression | null> {
    return this.db.suppressions.findById(id).lean<Suppression>();
  }

  /** Ids of all of them, in pages. */
  async *ids(): AsyncIterable<string> {
    for await (const { _id } of this.db.suppressions.find({}, { _id: 1 }).lean().cursor()) yield _id;
  }

  /** The newest first; `text` is part of a reason, or of the contact's name, company or address. */
  list(listing: { readonly limit: number; readonly text?: string }): Promise<ListedSuppression[]> {
    return listSuppressions(this.db, listing);
  }

  /** The id of the suppression that holds for an address; null when none does. */
  async standingOf(address: string): Promise<string | null> {
    const { all } = recipientKeys(address, this.keys);
    const filter = { _id: { $in: [...all] }, suppressed: true };
    const guard = await this.db.native(this.db.recipients).findOne(filter, { projection: { suppression: 1 } });
    return guard?.suppression ?? null;
  }

  /** Whether an address may be written to, since when and why not, and what has been said about it before. */
  async check(address: string): Promise<CheckedAddress> {
    const { all } = recipientKeys(address, this.keys);
    const [id, history] = await Promise.all([
      this.standingOf(address),
      this.db.suppressions.find({ recipientIds: { $in: all } }).lean<Suppression[]>(),
    ]);
    const inOrder = history.sort((one, other) => one.at.getTime() - other.at.getTime());
    const standing = inOrder.find(({ _id }) => _id === id);
    return {
      suppressed: id !== null,
      id,
      since: standing?.at ?? null,
      because: standing?.because ?? null,
      history: inOrder,
    };
  }

  /** Carries out a `suppressAddress`: for an address that is no contact's, or is in a list of another system. */
  suppressAddress(
    command: Command,
    { address, because, at }: { readonly address: string; readonly because: SuppressionReason; readonly at: Date },
  ): Promise<'suppressed' | 'already'> {
    return changeAddress(this.db, command, async (session, id) => {
      const { current } = recipientKeys(address, this.keys);
      const filter = { _id: { $in: current }, suppressed: true };
      const suppressed = await this.db.recipients.countDocuments(filter).session(session);
      if (suppressed === current.length) return 'already';
      const recipientIds = await suppressGuards(this.db, this.keys, session, [address], id);
      return { result: 'suppressed', entry: { type: 'suppressed', recipientIds, because, reason: '', at } };
    });
  }

  /** Whether a `liftAddress` would find something to lift: a suppression of the address, or a stop of its company. */
  async canBeLifted(address: string): Promise<boolean> {
    if ((await this.standingOf(address)) !== null) return true;
    const domain = companyDomainOf(address);
    return domain !== '' && (await this.db.companies.exists({ domain, status: { $ne: 'open' } })) !== null;
  }

  /** Carries out a `liftAddress`, for an address that is no contact's. A company that was stopped is open again with it. */
  liftAddress(
    command: Command,
    { address, reason, at }: { readonly address: string; readonly reason: string; readonly at: Date },
  ): Promise<'lifted' | 'not-suppressed'> {
    return changeAddress(this.db, command, async (session, id) => {
      const recipientIds = await liftGuards(this.db, this.keys, session, [address], id);
      const companies = await reopenCompanies(this.db, session, companyDomainOf(address));
      if (recipientIds.length === 0 && companies.length === 0) return 'not-suppressed';
      const entry = { type: 'lifted', recipientIds, because: 'operator-asked', reason, at } as const;
      return { result: 'lifted', entry: companies.length > 0 ? { ...entry, companies } : entry };
    });
  }
}

/** What the ledger says of one address. */
export interface CheckedAddress {
  readonly suppressed: boolean;
  /** The suppression that holds. */
  readonly id: string | null;
  /** Business time from which it holds. */
  readonly since: Date | null;
  readonly because: Suppression['because'] | null;
  /** The oldest first. */
  readonly history: readonly Suppression[];
}
