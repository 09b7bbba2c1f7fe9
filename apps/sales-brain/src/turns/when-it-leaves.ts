import { isInitiated, type Letter } from '@app/domain/letter';
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
export function whenItLeaves(letters: readonly Letter[], { contact, product, rules, now }: LeavingFacts): Leaving {
  if (!letters.some(isInitiated)) return LEAVES_AT_ONCE;
  const { timeZone, workingHours, holidays } = rules;
  const window = { timeZone, workingHours, holidays };
  const caps = { ...product.settings.caps, domain: contact.companyDomain };
  return { window, caps, leavesFrom: nextWorkingMoment(now, window) };
}

interface LeavingFacts {
  readonly contact: Pick<Contact, 'companyDomain'>;
  readonly product: Product;
  readonly rules: Rules;
  readonly now: Date;
}
