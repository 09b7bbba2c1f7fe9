import { emailAmong, telegramAddress } from '@app/domain/address';
import type { Channel } from '@app/domain/channel';
import type { Contact } from '@app/persistence/contacts/contact.schema';

/** On which channel a contact is written to, and whose guard that takes. */
export interface Destination {
  readonly channel: Channel;
  /** An address, as the ledger knows it. */
  readonly recipient: string;
}

/** Where the contact wrote last, unless that is closed to us and there is another way. */
export function whereTo({ addresses, telegram }: Pick<Contact, 'addresses' | 'telegram'>, last: Channel): Destination {
  const email = emailAmong(addresses);
  const inChat = telegram !== null && (email === null || (last === 'telegram' && !telegram.unreachable));
  if (inChat) return { channel: 'telegram', recipient: telegramAddress(telegram.userId) };
  return { channel: 'email', recipient: email ?? addresses[0] ?? '' };
}
