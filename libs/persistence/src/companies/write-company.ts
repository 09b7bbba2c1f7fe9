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
  { productId, domain, suppressionId }: { readonly productId: string; readonly domain: string; suppressionId: string },
): Promise<void> {
  if (domain === '') return;
  await db.companies.updateOne(
    { _id: companyId(productId, domain) },
    { $set: { status: 'stopping', suppressionId }, $setOnInsert: { productId, domain, joinedBy: null } },
    { session, upsert: true },
  );
}

/** Opens a stopped company again, for every product, inside the caller's transaction. False when none was stopped. */
export async function reopenCompanies(db: Database, session: ClientSession, domain: string): Promise<boolean> {
  if (domain === '') return false;
  const { modifiedCount } = await db.companies.updateMany(
    { domain, status: { $ne: 'open' } },
    { $set: { status: 'open', suppressionId: null } },
    { session },
  );
  return modifiedCount > 0;
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
