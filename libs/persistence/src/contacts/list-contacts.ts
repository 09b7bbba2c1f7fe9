import type { Filter } from 'mongodb';
import type { Stage } from '@app/domain/stage';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import { wordsIn } from '../words-in';
import type { Contact } from './contact.schema';
import { describeContacts, type ListedContact } from './describe-contacts';

/** Which contacts to list; all of them when nothing is said. */
export interface ContactListing {
  readonly productId?: string;
  readonly stage?: Stage;
  /** Only those for whom something waits for the operator. */
  readonly waitingForMe?: boolean;
  /** Only those whose conversation wants to be woken before this business time. */
  readonly due?: Date;
  /** Part of a name, a company, an address or a note, in any case. */
  readonly text?: string;
  readonly limit: number;
}

/**
 * The contacts a listing asks for: the earliest due first where it asks for due ones, else the newest first. Whatever
 * it asks for is walked along an index, page by page, until enough is found; only words are looked for one by one.
 */
export async function listContacts(db: Database, listing: ContactListing): Promise<ListedContact[]> {
  const found: ListedContact[] = [];
  const seen = new Set<string>();
  for await (const page of pagesOf(candidates(db, listing), PAGE)) {
    const fresh = [...new Set(page)].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    const contacts = await db.contacts.find({ _id: { $in: fresh }, ...contactFilter(listing) }).lean<Contact[]>();
    const inOrder = fresh.flatMap((id) => contacts.find(({ _id }) => _id === id) ?? []);
    const described = await describeContacts(db, inOrder);
    found.push(...described.filter((contact) => isAskedFor(contact, listing)));
    if (found.length >= listing.limit) break;
  }
  return found.slice(0, listing.limit);
}

const PAGE = 200;

/** Stages in which the operator has to do something. */
const FOR_THE_OPERATOR: Stage[] = ['handed-over', 'awaiting-start'];

/** Ids of the contacts that may be meant, each perhaps more than once. */
async function* candidates(db: Database, listing: ContactListing): AsyncIterable<string> {
  if (listing.due) yield* dueBefore(db, listing.due);
  else if (listing.waitingForMe === true) yield* waitingForOperator(db);
  else if (listing.stage) yield* conversing(db, { closed: false, stage: listing.stage });
  else {
    const newest = db.contacts.find(contactFilter(listing), { _id: 1 }).sort({ createdAt: -1 });
    for await (const { _id } of newest.lean().cursor()) yield _id;
  }
}

async function* dueBefore(db: Database, due: Date): AsyncIterable<string> {
  const timers = db.timers.find({ status: 'scheduled', dueAt: { $lt: due } }, { conversationId: 1 }).sort({ dueAt: 1 });
  for await (const page of pagesOf(timers.lean().cursor(), PAGE)) {
    const ids = page.map(({ conversationId }) => conversationId);
    const open = await db.conversations.find({ _id: { $in: ids }, closed: false }, { contactId: 1 }).lean();
    for (const id of ids) {
      const conversation = open.find(({ _id }) => _id === id);
      if (conversation) yield conversation.contactId;
    }
  }
}

async function* waitingForOperator(db: Database): AsyncIterable<string> {
  yield* conversing(db, { closed: false, stage: { $in: FOR_THE_OPERATOR } });
  yield* conversing(db, { closed: false, quarantined: { $gt: '' } });
  const drafts = db.outbox.find({ status: 'draft' }, { contactId: 1 }).sort({ createdAt: 1 });
  for await (const { contactId } of drafts.lean().cursor()) yield contactId;
}

async function* conversing(db: Database, filter: Filter<ConversationDocument>): AsyncIterable<string> {
  const found = db
    .native(db.conversations)
    .find(filter, { projection: { contactId: 1 } })
    .sort({ createdAt: -1 });
  for await (const { contactId } of found) yield contactId;
}

function contactFilter({ productId, text }: ContactListing): Filter<Contact> {
  const said = wordsIn(['name', 'company', 'addresses', 'notes.text'], text);
  return { ...(productId === undefined ? {} : { productId }), ...said };
}

function isAskedFor({ conversation, waitsFor, due }: ListedContact, listing: ContactListing): boolean {
  if (listing.stage && conversation.stage !== listing.stage) return false;
  if (listing.waitingForMe === true && waitsFor.length === 0) return false;
  return !listing.due || (due !== null && due < listing.due);
}

async function* pagesOf<T>(items: AsyncIterable<T>, size: number): AsyncIterable<T[]> {
  let page: T[] = [];
  for await (const item of items) {
    page.push(item);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
