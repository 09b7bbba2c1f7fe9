import type { ClientSession } from 'mongoose';
import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';

export function companyId(productId: string, domain: string): string {
  return `${productId}:${domain}`;
}

/** Stops a company, inside the transaction of the stop that asked for it: nobody of it is added any more. */
export async function stopCompany(
  db: Database,
  session: ClientSession,
  id: string,
  suppressionId: string,
): Promise<void> {
  const [productId = '', domain = ''] = id.split(':');
  await db.companies.updateOne(
    { _id: id },
    { $set: { status: 'stopping', suppressionId }, $setOnInsert: { productId, domain, joinedBy: null } },
    { session, upsert: true },
  );
}

/** Opens a stopped company again, for every product, inside the caller's transaction. The ids of those that were stopped. */
export async function reopenCompanies(db: Database, session: ClientSession, domain: string): Promise<string[]> {
  if (domain === '') return [];
  const stopped = { domain, status: { $ne: 'open' } } as const;
  const ids = (await db.companies.find(stopped, { _id: 1 }).session(session).lean()).map(({ _id }) => _id);
  await reopen(db, session, ids);
  return ids;
}

/** The same for companies whose ids are known. */
export async function reopen(db: Database, session: ClientSession, ids: readonly string[]): Promise<void> {
  const opened = { $set: { status: 'open', suppressionId: null } } as const;
  await db.companies.updateMany({ _id: { $in: ids } }, opened, { session });
}

/**
 * Whether a contact may be added to its company, inside the caller's transaction. Where stops reach companies it writes
 * the company, so that a stop of it conflicts; elsewhere it only looks, for all who are added would stand in one queue.
 */
export async function joinCompany(db: Database, session: ClientSession, contact: Contact): Promise<boolean> {
  const { _id: joinedBy, productId, companyDomain: domain } = contact;
  if (domain === '') return true;
  const _id = companyId(productId, domain);
  if (!(await canBeStopped(db, session, productId))) {
    const company = await db.companies.findById(_id, { status: 1 }).session(session).lean();
    return company === null || company.status === 'open';
  }
  const company = await db.companies
    .findOneAndUpdate(
      { _id },
      { $set: { joinedBy }, $setOnInsert: { productId, domain, status: 'open', suppressionId: null } },
      { session, upsert: true, returnDocument: 'after' },
    )
    .lean();
  return company.status === 'open';
}

/** Unless the product says that they cannot, companies can be stopped. */
async function canBeStopped(db: Database, session: ClientSession, productId: string): Promise<boolean> {
  const refuses = { _id: productId, 'settings.stopCompany': false };
  return (await db.products.exists(refuses).session(session)) === null;
}
