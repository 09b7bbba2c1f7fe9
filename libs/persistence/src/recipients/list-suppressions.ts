import type { Contact } from '../contacts/contact.schema';
import { wordsIn } from '../words-in';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import type { Suppression } from './recipient.schema';

/** An entry of the ledger, with the contact it is about where there is one. */
export type ListedSuppression = Suppression & {
  readonly contact: Pick<Contact, 'name' | 'company' | 'addresses'> | null;
};

/** The newest entries of the ledger; `text` is part of a reason, or of the contact's name, company or address. */
export function listSuppressions(
  db: Database,
  { limit, text }: { readonly limit: number; readonly text?: string },
): Promise<ListedSuppression[]> {
  const said = ['reason', 'contact.name', 'contact.company', 'contact.addresses'];
  return db
    .native(db.suppressions)
    .aggregate<ListedSuppression>([
      { $sort: { at: -1 } },
      {
        $lookup: {
          from: COLLECTIONS.contacts,
          localField: 'contactId',
          foreignField: '_id',
          pipeline: [{ $project: { _id: 0, name: 1, company: 1, addresses: 1 } }],
          as: 'contact',
        },
      },
      { $set: { contact: { $ifNull: [{ $first: '$contact' }, null] } } },
      { $match: wordsIn(said, text) },
      { $limit: limit },
    ])
    .toArray();
}
