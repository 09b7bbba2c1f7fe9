import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** A letter as `outbox list` and `outbox show` give it: without its words and without what only gateways need. */
export function letterAsJson(letter: OutboxMessage): object {
  const {
    _id: id,
    productId: product,
    contactId: contact,
    letters,
    to,
    subject,
    status,
    outcome,
    rejectedFor,
  } = letter;
  const { createdAt, leavesFrom, settledAt, attempts, messageId, rests } = letter;
  return {
    id,
    product,
    contact,
    letters,
    to,
    subject,
    status,
    outcome,
    rejectedFor,
    createdAt,
    leavesFrom,
    settledAt,
    attempts,
    messageId,
    rests,
  };
}
