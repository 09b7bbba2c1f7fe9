import type { Effect, TellOperator } from '@app/domain/effect';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { writeNotice } from '@app/product/write-notice';
import { noticeFrom } from './notice-from';
import type { Surroundings } from './surroundings';

/** Makes the mail that tells the operator what waits; null when the product names nobody to tell. */
export function composeNotice(
  effect: TellOperator & Pick<Effect, 'key'>,
  { contact, conversation, product, accountAddress, now }: Surroundings,
): OutboxMessage | null {
  // Nobody to tell, or no account to tell from: it stands in the turn.
  if (product.settings.operator.address === '' || contact.accountId === '') return null;
  const { _id: id, name, company, addresses } = contact;
  const written = writeNotice(effect, { product, contact: { id, name, company, address: addresses[0] ?? '' } });
  const account = { _id: contact.accountId, address: accountAddress };
  return {
    ...noticeFrom(account, product, written, now),
    _id: effect.key,
    contactId: id,
    conversationId: conversation._id,
  };
}
