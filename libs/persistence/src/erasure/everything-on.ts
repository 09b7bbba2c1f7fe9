import { COLLECTIONS, type CollectionName } from '../collections';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { documentsOf } from './documents-of-others';
import { personOf, type Person } from './person';
import { readDocuments } from './read-documents';
import { redactorOf } from './redact';
import { changesOf } from './redact-others';
import type { StoredDocument } from './stored-document';
import { tracesOf } from './traces';
import { unmatchedNaming } from './unmatched-naming';

/** Documents as plain JSON, by collection. */
type Documents = Readonly<Record<string, readonly unknown[]>>;

export interface Everything {
  /** Documents about the person. */
  readonly own: Documents;
  /** Documents about somebody else, or about nobody we know, that name the person. */
  readonly mentions: Documents;
}

/** All that we hold on the person a contact is; null when there is no such contact. */
export async function everythingOn(db: Database, keys: KeyRing, contactId: string): Promise<Everything | null> {
  const person = await personOf(db, contactId);
  if (!person) return null;
  const own = new Found();
  for (const [collection, filter] of Object.entries(tracesOf(person, keys))) {
    for await (const document of readDocuments(db, collection, filter)) {
      own.add(collection, document);
    }
  }
  const mentions = new Found();
  for await (const [collection, document] of mentionsOf(db, person)) {
    if (!own.has(collection, document)) mentions.add(collection, document);
  }
  return { own: own.documents, mentions: mentions.documents };
}

async function* mentionsOf(db: Database, person: Person): AsyncIterable<readonly [CollectionName, StoredDocument]> {
  const redact = redactorOf(person);
  for (const other of person.others) {
    for (const [collection, filter] of await documentsOf(db, other)) {
      for await (const document of readDocuments(db, collection, filter)) {
        if (Object.keys(changesOf(collection, document, redact)).length > 0) yield [collection, document];
      }
    }
  }
  for await (const message of unmatchedNaming(db, person)) yield [COLLECTIONS.messages, message];
}

/** Documents that were found, each once. */
class Found {
  readonly documents: Record<string, unknown[]> = {};
  private readonly ids = new Set<string>();

  has(collection: string, { _id }: StoredDocument): boolean {
    return this.ids.has(`${collection}/${_id}`);
  }

  add(collection: string, document: StoredDocument): void {
    if (this.has(collection, document)) return;
    this.ids.add(`${collection}/${document._id}`);
    this.documents[collection] = [...(this.documents[collection] ?? []), asJson(document)];
  }
}

function asJson(document: StoredDocument): unknown {
  return JSON.parse(JSON.stringify(document));
}
