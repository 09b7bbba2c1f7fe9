import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';

/** How far a letter has come, in one word. */
export function letterState({ status, outcome }: Pick<OutboxMessage, 'status' | 'outcome'>): string {
  return status === 'settled' ? (outcome ?? 'uncertain') : status;
}
