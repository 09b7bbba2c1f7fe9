import { EJSON, type Document } from 'bson';
import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** How many of each are to be made. */
export interface Amount {
  readonly contacts: number;
  readonly messages: number;
}

/**
 * Copies one contact with all that belongs to it, and its message as often again, until the collections are as large
 * as those of a big installation. Nothing of it waits for anybody.
 */
export async function fill(
  db: Database,
  opening: OutboxMessage,
  { contacts, messages }: Amount,
  report: (line: string) => void,
): Promise<void> {
  const templates = await templatesOf(db, opening);
  const perContact = Math.max(Math.round(messages / contacts), 1);
  for (let done = 0; done < contacts; done += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, contacts - done) }, (_, index) => done + index);
    for (const { name, text } of templates) {
      const times = name === 'messages' ? perContact : 1;
      const copies = numbers.flatMap((number) =>
        Array.from({ length: times }, (_, time) => EJSON.parse(text(`${number}`, `${number}-${time}`)) as Document),
      );
      await db.driver.collection(name).insertMany(copies, { ordered: false, writeConcern: { w: 1 } });
    }
    if ((done / BATCH) % 100 === 99) report(`  ${done + BATCH} of ${contacts} contacts`);
  }
}

const BATCH = 500;

/** One document as text, but for what tells a contact, and a document, from the others. */
interface Template {
  readonly name: string;
  readonly text: (contact: string, document: string) => string;
}

async function templatesOf(db: Database, { contactId, conversationId, to, token }: OutboxMessage): Promise<Template[]> {
  const filters = {
    contacts: { _id: contactId },
    conversations: { _id: conversationId },
    recipients: { 'bindings.contactId': contactId },
    turns: { conversationId },
    outbox: { conversationId },
    timers: { conversationId },
    messages: { conversationId },
  };
  const templates = await Promise.all(
    Object.entries(filters).map(async ([name, filter]) =>
      (
        await db.driver
          .collection(name)
          .find(filter as Document)
          .toArray()
      ).map((document) => ({ name, document })),
    ),
  );
  return templates.flat().map(({ name, document }) => {
    const written = EJSON.stringify(document, { relaxed: false });
    const shared = [contactId, conversationId, to, token];
    const own = [
      String(document['_id']),
      String(document['messageId'] ?? ''),
      String(document['externalId'] ?? ''),
    ].filter((id) => !shared.includes(id));
    return {
      name,
      text: (contact, copy) => replaceAll(replaceAll(written, own, copy), shared, contact),
    };
  });
}

function replaceAll(text: string, ids: readonly string[], suffix: string): string {
  return ids
    .filter((id) => id !== '')
    .reduce((written, id) => written.replaceAll(`"${id}"`, JSON.stringify(`${suffix}-${id}`)), text);
}
