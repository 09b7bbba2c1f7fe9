import { randomUUID } from 'node:crypto';
import type { CommandBody, NewContact } from '@app/persistence/commands/command.schema';
import { ACCOUNT } from './cast';

type AddContact = Extract<CommandBody, { readonly type: 'addContact' }>;

/** The operator's order to write to somebody of whom no more is told than this. */
export function addContact(told: Pick<NewContact, 'name' | 'company' | 'address' | 'language'>): AddContact {
  const unknown = { timeZone: null, interests: [], consent: { source: '', ground: '' } };
  return { type: 'addContact', contact: { ...unknown, id: randomUUID(), productId: ACCOUNT.productId, ...told } };
}
