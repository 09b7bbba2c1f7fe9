import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import { jobsOf } from './jobs-of';

/** One person, as far as addresses tell: every contact that shares one, of any product. */
export interface Person {
  readonly contactIds: readonly string[];
  /** Every conversation they have had. */
  readonly conversationIds: readonly string[];
  /** Every job a model was asked for about them. */
  readonly jobIds: readonly string[];
  /** Every letter to them, or about them to the operator. */
  readonly letterIds: readonly string[];
  readonly addresses: readonly string[];
  /** Empty ones left out. */
  readonly names: readonly string[];
  /** `<product>:<domain>` of each. */
  readonly companyIds: readonly string[];
  /** Contacts whose documents may name the person: who pointed us here, whom the person pointed to, and colleagues. */
  readonly others: readonly Contact[];
}

/** Who a contact is; null when there is no such contact. */
export async function personOf(db: Database, contactId: string): Promise<Person | null> {
  const named = await db.contacts.findById(contactId).lean<Contact>();
  if (!named) return null;
  const contacts = await db.contacts.find({ addresses: { $in: named.addresses } }).lean<Contact[]>();
  const contactIds = contacts.map(({ _id }) => _id);
  const ofContact = { contactId: { $in: contactIds } };
  const [conversations, letters] = await Promise.all([
    db.conversations.find(ofContact, { _id: 1 }).lean(),
    db.outbox.find(ofContact, { _id: 1 }).lean(),
  ]);
  return {
    contactIds,
    conversationIds: conversations.map(({ _id }) => _id),
    jobIds: await jobsOf(
      db,
      conversations.map(({ _id }) => _id),
    ),
    letterIds: letters.map(({ _id }) => _id),
    addresses: unique(contacts.flatMap(({ addresses }) => addresses)),
    names: unique(contacts.map(({ name }) => name.trim())).filter((name) => name !== ''),
    companyIds: unique(contacts.map(({ productId, companyDomain }) => `${productId}:${companyDomain}`)),
    others: await othersOf(db, contacts),
  };
}

async function othersOf(db: Database, contacts: readonly Contact[]): Promise<Contact[]> {
  const ids = contacts.map(({ _id }) => _id);
  const referrers = contacts.flatMap(({ referredBy }) => referredBy ?? []);
  const companies = contacts
    .filter(({ companyDomain }) => companyDomain !== '')
    .map(({ companyDomain, productId }) => ({ companyDomain, productId }));
  const others = await db.contacts
    .find({ $or: [{ _id: { $in: referrers } }, { referredBy: { $in: ids } }, ...companies] })
    .lean<Contact[]>();
  return others.filter(({ _id }) => !ids.includes(_id));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
