import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { ContactStore } from '@app/persistence/contacts/contact.store';
import { telegramName } from '../arguments/telegram-name';
import { contactAddress, isTelegram, isTelegramUser } from '../arguments/contact-address';
import { Mistake } from '../command-line/mistake.error';

/** The contact of an id or an address; throws a `Mistake` when there is none, or one for each of several products. */
export async function findContact(contacts: ContactStore, idOrAddress: string): Promise<Contact> {
  const found = await candidates(contacts, idOrAddress);
  const [only, ...others] = found;
  if (!only) throw new Mistake(`There is no contact ${idOrAddress}; \`sales-agent contact list\` shows them all.`);
  if (others.length > 0) {
    const ids = found.map(({ _id, productId }) => `${_id} (${productId})`).join(' or ');
    throw new Mistake(`${idOrAddress} is a contact of several products; give the id: ${ids}.`);
  }
  return only;
}

/** An address that somebody else wrote may be one that could not be added; it is looked for as it stands. */
async function candidates(contacts: ContactStore, idOrAddress: string): Promise<Contact[]> {
  if (isTelegramUser(idOrAddress)) return contacts.findByAddress(contactAddress(idOrAddress));
  if (isTelegram(idOrAddress)) return contacts.findByAddress(telegramName(idOrAddress));
  if (idOrAddress.includes('@')) return contacts.findByAddress(idOrAddress);
  const contact = await contacts.find(idOrAddress);
  return contact ? [contact] : [];
}
