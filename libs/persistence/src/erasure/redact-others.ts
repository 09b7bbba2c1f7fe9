import type { Document } from 'mongodb';
import type { CollectionName } from '../collections';
import type { Contact } from '../contacts/contact.schema';
import type { Database } from '../database';
import { NOT_BEGUN } from '../outbox/outbox.schema';
import { documentsOf } from './documents-of-others';
import type { Person } from './person';
import { readDocuments } from './read-documents';
import { redactorOf, type Redact } from './redact';
import type { StoredDocument } from './stored-document';

/** Takes a person out of the documents of everybody who may name the person, and out of who pointed whom to us. */
export async function redactOthers(db: Database, person: Person): Promise<void> {
  const redact = redactorOf(person);
  for (const other of person.others) {
    for (const [collection, filter] of await documentsOf(db, other)) {
      for await (const document of readDocuments(db, collection, filter)) {
        const changes = changesOf(collection, document, redact);
        if (Object.keys(changes).length > 0) await write(db, collection, document, changes);
      }
    }
    await forgetReferrer(db, other, person);
  }
}

/** The fields to be written anew; none when the document does not name the person. */
export function changesOf(collection: CollectionName, document: StoredDocument, redact: Redact): Document {
  const redacted = redact(document);
  const fields = Object.keys(document).filter((field) => mayBeRedacted(collection, field));
  const changed = fields.filter((field) => redacted[field] !== document[field]);
  return Object.fromEntries(changed.map((field) => [field, redacted[field] as unknown]));
}

/** Who somebody else is stays as it is, whatever the erased person was called. */
function mayBeRedacted(collection: CollectionName, field: string): boolean {
  switch (collection) {
    case 'contacts':
      return field === 'notes';
    case 'outbox':
      return field !== 'fromName' && field !== 'to' && field !== 'toName';
    case 'messages':
      return field !== 'fromName';
    default:
      return true;
  }
}

async function write(
  db: Database,
  collection: CollectionName,
  { _id }: StoredDocument,
  changes: Document,
): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [field, { $literal: value as unknown }]),
  );
  await db.driver
    .collection<StoredDocument>(collection)
    .updateOne({ _id }, [{ $set: { ...set, ...alsoOf(collection) } }]);
}

function alsoOf(collection: CollectionName): Document {
  switch (collection) {
    case 'conversations':
      return { epoch: { $add: ['$epoch', 1] }, lease: null };
    case 'outbox': {
      // What has not left reads oddly now: the operator has a look at it. A notice to the operator is no such letter.
      const waits = { $and: [{ $in: ['$status', NOT_BEGUN] }, { $not: [{ $in: ['operator-notice', '$letters'] }] }] };
      return { status: { $cond: [waits, 'draft', '$status'] } };
    }
    default:
      return {};
  }
}

async function forgetReferrer(db: Database, { _id, referredBy }: Contact, { contactIds }: Person): Promise<void> {
  if (referredBy === null || !contactIds.includes(referredBy)) return;
  await db.conversations.updateMany(
    { contactId: _id },
    { $set: { 'opening.referredBy': null, lease: null }, $inc: { epoch: 1 } },
  );
  await db.contacts.updateOne({ _id }, { $set: { referredBy: null } });
}
