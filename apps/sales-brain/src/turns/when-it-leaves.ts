import type { Channel } from '@app/domain/channel';
import type { SendMessage } from '@app/domain/send-message';
import { isInitiated } from '@app/domain/letter';
import type { Rules } from '@app/domain/rules';
import { nextWorkingMoment } from '@app/domain/working-time';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Product } from '@app/product/product';

/** When a mail may leave, and what it counts against. */
export type Leaving = Pick<OutboxMessage, 'window' | 'caps' | 'leavesFrom'>;

/** An answer to a living dialogue: at any time, counted against nothing. */
export const LEAVES_AT_ONCE: Leaving = { window: null, caps: null, leavesFrom: new Date(0) };

/** What we write first leaves in working hours where the contact is, and counts against the product's caps. */
export function whenItLeaves(
  { letters, answers }: Pick<SendMessage, 'letters' | 'answers'>,
  { contact, channel, product, rules, now }: LeavingFacts,
): Leaving {
  // The opening that follows Start is an answer.
  if (answers !== undefined || !letters.some(isInitiated)) return LEAVES_AT_ONCE;
  const { timeZone, workingHours, holidays } = rules;
  const window = { timeZone, workingHours, holidays };
  // Caps keep a mailbox from being taken for a spammer's; who is in a chat came there.
  const caps = channel === 'email' ? { ...product.settings.caps, domain: contact.companyDomain } : null;
  return { window, caps, leavesFrom: nextWorkingMoment(now, window) };
}

interface LeavingFacts {
  readonly contact: Pick<Contact, 'companyDomain'>;
  readonly channel: Channel;
  readonly product: Product;
  readonly rules: Rules;
  readonly now: Date;
}
