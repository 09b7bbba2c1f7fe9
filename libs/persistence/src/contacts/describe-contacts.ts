import type { Stage } from '@app/domain/stage';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import type { Contact } from './contact.schema';

/** A contact as the operator sees it in a list. */
export interface ListedContact {
  readonly contact: Contact;
  readonly conversation: ConversationDocument;
  /** What waits for the operator: an answer, a draft to approve, a Start to be pressed, something that keeps failing. */
  readonly waitsFor: readonly ('person' | 'draft' | 'start' | 'quarantine')[];
  /** When the conversation wants to be woken next, in business time. */
  readonly due: Date | null;
  readonly handedOverBecause: string | null;
  /** Ids of other contacts of the same company with a conversation under way. */
  readonly sameCompany: readonly string[];
}

/** What a list shows of these contacts, in their order. */
export async function describeContacts(db: Database, contacts: readonly Contact[]): Promise<ListedContact[]> {
  const ids = contacts.map(({ conversationId }) => conversationId);
  const [conversations, dueAt, withDraft, colleagues] = await Promise.all([
    db.conversations.find({ _id: { $in: ids } }).lean<ConversationDocument[]>(),
    nextDue(db, ids),
    contactsWithDraft(db, contacts),
    openColleagues(db, contacts),
  ]);
  const byId = new Map(conversations.map((conversation) => [conversation._id, conversation]));
  return contacts.flatMap((contact) => {
    const conversation = byId.get(contact.conversationId);
    if (!conversation) return [];
    const { stage, memory, quarantined } = conversation;
    return {
      contact,
      conversation,
      waitsFor: [
        ...(stage === 'handed-over' ? (['person'] as const) : []),
        ...(withDraft.has(contact._id) ? (['draft'] as const) : []),
        ...(stage === 'awaiting-start' ? (['start'] as const) : []),
        ...(quarantined === null ? [] : (['quarantine'] as const)),
      ],
      due: dueAt.get(contact.conversationId) ?? null,
      handedOverBecause: memory.handedOverBecause,
      sameCompany: (colleagues.get(companyOf(contact)) ?? []).filter((id) => id !== contact._id),
    };
  });
}

async function nextDue(db: Database, conversationIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const filter = { conversationId: { $in: conversationIds }, status: 'scheduled' } as const;
  const timers = await db.timers.find(filter, { conversationId: 1, dueAt: 1 }).lean();
  const earliest = new Map<string, Date>();
  for (const { conversationId, dueAt } of timers) {
    const known = earliest.get(conversationId);
    if (!known || dueAt < known) earliest.set(conversationId, dueAt);
  }
  return earliest;
}

async function contactsWithDraft(db: Database, contacts: readonly Contact[]): Promise<ReadonlySet<string>> {
  const filter = { contactId: { $in: contacts.map(({ _id }) => _id) }, status: 'draft' } as const;
  const drafts = await db.outbox.find(filter, { contactId: 1 }).lean();
  return new Set(drafts.map(({ contactId }) => contactId));
}

/** Nothing is under way in these. */
const AT_REST: Stage[] = ['redirected', 'offer-ignored', 'stopped', 'unreachable'];

/** For each company of these contacts, ids of its contacts with a conversation under way. */
async function openColleagues(
  db: Database,
  contacts: readonly Contact[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const companies = [...new Map(contacts.map((contact) => [companyOf(contact), contact])).values()]
    .filter(({ companyDomain }) => companyDomain !== '')
    .map(({ productId, companyDomain }) => ({ productId, companyDomain }));
  if (companies.length === 0) return new Map();
  const colleagues = await db.contacts
    .find({ $or: companies }, { productId: 1, companyDomain: 1, conversationId: 1 })
    .lean<Pick<Contact, '_id' | 'productId' | 'companyDomain' | 'conversationId'>[]>();
  const ids = colleagues.map(({ conversationId }) => conversationId);
  const open = await db.conversations.find({ _id: { $in: ids }, stage: { $nin: AT_REST } }, { _id: 1 }).lean();
  const isOpen = new Set(open.map(({ _id }) => _id));
  const byCompany = new Map<string, string[]>();
  for (const colleague of colleagues) {
    if (!isOpen.has(colleague.conversationId)) continue;
    byCompany.set(companyOf(colleague), [...(byCompany.get(companyOf(colleague)) ?? []), colleague._id]);
  }
  return byCompany;
}

function companyOf({ productId, companyDomain }: Pick<Contact, 'productId' | 'companyDomain'>): string {
  return `${productId}:${companyDomain}`;
}
