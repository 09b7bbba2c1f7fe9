import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { NOT_TRIED_YET, type OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Product } from '@app/product/product';
import type { WrittenNotice } from '@app/product/write-notice';
import { newMessageId } from './message-id';
import { LEAVES_AT_ONCE } from './when-it-leaves';

/** A mail to the product's operator, which belongs to no conversation. */
export function noticeFrom(
  account: Pick<MailAccount, '_id' | 'address'>,
  { id: productId, settings }: Product,
  written: WrittenNotice,
  now: Date,
): Omit<OutboxMessage, '_id'> {
  const { address, language } = settings.operator;
  return {
    channel: 'email',
    accountId: account._id,
    productId,
    contactId: '',
    conversationId: '',
    letters: ['operator-notice'],
    fromName: settings.sender.name[language],
    to: address,
    toName: '',
    ...written,
    quote: null,
    requiredChecks: [],
    rests: [],
    invitations: [],
    attachments: [],
    messageId: newMessageId(account.address),
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
