import type { ListedContact } from '@app/persistence/contacts/describe-contacts';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';
import { waitsFor } from './waits-for';

/** The list of contacts as a table. */
export function contactRows(listed: readonly ListedContact[]): string {
  return table(['name', 'company', 'address', 'product', 'stage', 'waits for', 'due', 'same company'], listed.map(row));
}

/** A contact of the list as `--json` gives it. */
export function listedContact(listed: ListedContact): object {
  const { contact, conversation, due, handedOverBecause, sameCompany } = listed;
  const { _id: id, name, company, addresses, productId: product } = contact;
  const { stage } = conversation;
  const because = stage === 'handed-over' ? handedOverBecause : null;
  const waits = { waitsFor: waitsFor(stage), waitsForMe: listed.waitsFor };
  return { id, name, company, addresses, product, stage, ...waits, due, handedOverBecause: because, sameCompany };
}

function row(listed: ListedContact): string[] {
  const { contact, conversation, due, sameCompany } = listed;
  return [
    contact.name,
    contact.company,
    contact.addresses[0] ?? '',
    contact.productId,
    conversation.stage,
    whatItWaitsFor(listed),
    due ? momentInWords(due) : '',
    sameCompany.length > 0 ? `${sameCompany.length} more` : '',
  ];
}

function whatItWaitsFor({ conversation, waitsFor: forMe }: ListedContact): string {
  if (forMe.includes('quarantine')) return 'you: it cannot go on, see `contact show`';
  return forMe.includes('draft') ? 'you: `draft list`' : waitsFor(conversation.stage);
}
