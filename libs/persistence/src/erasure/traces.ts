import type { Filter } from 'mongodb';
import type { CollectionName } from '../collections';
import type { KeyRing } from '../keys/key-ring';
import { recipientKeys } from '../recipients/recipient-keys';
import type { Person } from './person';
import type { StoredDocument } from './stored-document';

/** Where documents stand that are about one person and nobody else, by collection: what an export shows. */
export function tracesOf(
  person: Person,
  keys: KeyRing,
): Readonly<Partial<Record<CollectionName, Filter<StoredDocument>>>> {
  const { contactIds, conversationIds, jobIds } = person;
  return {
    llm_jobs: { _id: { $in: [...jobIds] } },
    contacts: { _id: { $in: contactIds } },
    conversations: { contactId: { $in: contactIds } },
    turns: { conversationId: { $in: conversationIds } },
    messages: messagesOf(person),
    outbox: { contactId: { $in: contactIds } },
    timers: { conversationId: { $in: conversationIds } },
    slots: { contactId: { $in: contactIds } },
    access_codes: { contactId: { $in: contactIds } },
    commands: commandsAbout(person),
    recipients: { _id: { $in: guardsOf(person, keys) } },
    suppressions: suppressionsOf(person, keys),
  };
}

/** What the person wrote, whosever thread it is in, and what came into the person's. */
export function messagesOf({ conversationIds, addresses }: Person): Filter<StoredDocument> {
  return { $or: [{ conversationId: { $in: conversationIds } }, { from: { $in: addresses } }] };
}

/** Ids of the guards of the person's own addresses: the form without a +tag may be somebody else's. */
export function guardsOf({ addresses }: Person, keys: KeyRing): string[] {
  return addresses.flatMap((address) => recipientKeys(address, keys).own);
}

/** What the ledger says of the person; an entry that lifted nothing names no guard. */
export function suppressionsOf(person: Person, keys: KeyRing) {
  return {
    $or: [{ recipientIds: { $in: guardsOf(person, keys) } }, { contactId: { $in: [...person.contactIds] } }],
  };
}

/** Commands that name the person, or carry words to or about the person. */
export function commandsAbout({ contactIds, letterIds, addresses }: Person): Filter<StoredDocument> {
  return {
    $or: [
      { 'body.contactId': { $in: contactIds } },
      { 'body.contact.id': { $in: contactIds } },
      { 'body.contact.address': { $in: addresses } },
      { 'body.address': { $in: addresses } },
      { 'body.outboxId': { $in: letterIds } },
    ],
  };
}
