import { emailAmong, telegramAddress } from '@app/domain/address';
import type { Channel } from '@app/domain/channel';
import type { Memory } from '@app/domain/memory';
import type { Contact } from '@app/persistence/contacts/contact.schema';

/** On which channel a contact is written to, and whose guard that takes. */
export interface Destination {
  readonly channel: Channel;
  /** An address, as the ledger knows it. */
  readonly recipient: string;
}

type Reached = Pick<Contact, 'addresses' | 'telegram'>;

/** Where the contact wrote last, unless that is closed to us and there is another way. */
export function whereTo(
  { addresses, telegram }: Reached,
  last: Channel,
  { emailGivenUp }: Pick<Memory, 'emailGivenUp'>,
): Destination {
  const email = emailGivenUp ? null : emailAmong(addresses);
  if (telegram && (email === null || (last === 'telegram' && !telegram.unreachable)))
    return { channel: 'telegram', recipient: telegramAddress(telegram.userId) };
  return { channel: 'email', recipient: email ?? addresses[0] ?? '' };
}

/** Whether the contact has another channel than that, and it is not known to be closed to us. */
export function isElsewhere({ addresses, telegram }: Reached, than: Channel): boolean {
  return than === 'telegram' ? emailAmong(addresses) !== null : telegram !== null && !telegram.unreachable;
}
