import { randomUUID } from 'node:crypto';
import type { NewContact } from '@app/persistence/commands/command.schema';

/** A contact as the operator adds one. */
export function aNewContact(address: string, change: Partial<NewContact> = {}): NewContact {
  return {
    id: randomUUID(),
    productId: 'otzyvy',
    name: 'Анна',
    company: 'Вкусный дом',
    address,
    language: 'ru',
    timeZone: null,
    interests: [],
    consent: { source: '', ground: '' },
    ...change,
  };
}
