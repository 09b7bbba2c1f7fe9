import type { Effect, TellOperator } from '@app/domain/effect';
import { NOT_TRIED_YET, type OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { writeNotice } from '@app/product/write-notice';
import { newMessageId } from './message-id';
import type { Surroundings } from './surroundings';
import { LEAVES_AT_ONCE } from './when-it-leaves';

/** Makes the mail that tells the operator what waits; null when the product names nobody to tell. */
export function composeNotice(
  effect: TellOperator & Pick<Effect, 'key'>,
  { contact, conversation, product, accountAddress, now }: Surroundings,
): OutboxMessage | null {
  const { address, language } = product.settings.operator;
  if (address === '') return null;
  const { _id: id, name, company, addresses } = contact;
  return {
    _id: effect.key,
    channel: 'email',
    accountId: contact.accountId,
    productId: product.id,
    contactId: id,
    conversationId: conversation._id,
    letters: ['operator-notice'],
    fromName: product.settings.sender.name[language],
    to: address,
    toName: '',
    ...writeNotice(effect, { product, contact: { id, name, company, address: addresses[0] ?? '' } }),
    invitations: [],
    attachments: [],
    messageId: newMessageId(accountAddress),
    inReplyTo: null,
    references: [],
    // An answer to it must not find the contact's conversation.
    token: '',
    passes: null,
    ...LEAVES_AT_ONCE,
    createdAt: now,
    ...NOT_TRIED_YET,
  };
}
