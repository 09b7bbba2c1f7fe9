import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ContactStore } from '@app/persistence/contacts/contact.store';
import { Mistake } from '../command-line/mistake.error';

/** The contact of an id or an address; throws a `Mistake` when there is none, or one for each of several products. */
export async function findContact(contacts: ContactStore, idOrAddress: string): Promise<Contact> {
  const found = idOrAddress.includes('@')
    ? await contacts.findByAddress(idOrAddress)
    : [await contacts.find(idOrAddress)].filter((contact) => contact !== null);
  const [only, ...others] = found;
  if (!only) throw new Mistake(`There is no contact ${idOrAddress}; \`sales-agent contact list\` shows them all.`);
  if (others.length > 0) {
    const ids = found.map(({ _id, productId }) => `${_id} (${productId})`).join(' or ');
    throw new Mistake(`${idOrAddress} is a contact of several products; give the id: ${ids}.`);
  }
  return only;
}
