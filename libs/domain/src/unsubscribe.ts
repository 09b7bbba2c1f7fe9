import { close } from './close';
import type { ContactUnsubscribed } from './event';
import type { Memory } from './memory';
import type { Step } from './plan';

/**
 * The mail client's button says stop as the contact's own words do, but no letter ever confirms it. Pressed after a
 * stop it is a stop of its own: what might still have passed the first one does not leave.
 */
export function unsubscribe(memory: Memory, { messageId, rules }: ContactUnsubscribed): Step {
  const { effects, memory: closed } = close(memory);
  const suppress = { type: 'suppress', because: 'unsubscribed', messageId, company: rules.stopCompany } as const;
  return { effects: [suppress, ...effects], memory: closed };
}
