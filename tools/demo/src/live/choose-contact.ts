import type { Language } from '@app/domain/language';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { Database } from '@app/persistence/database';
import { CONTACT } from '../cast';
import { isContactOf, nextAddress } from '../next-address';

/** Whom the person plays: the contact of the demo before, or a new one. */
export interface ChosenContact {
  readonly address: string;
  readonly isNew: boolean;
  /** Who said stop last, and is never written to again; null when nobody did. */
  readonly stopped: string | null;
}

/** Goes on with the last contact of the language, unless that one said stop. */
export async function chooseContact(db: Database, language: Language): Promise<ChosenContact> {
  const { domain } = CONTACT[language];
  const all = await db.contacts.find().sort({ createdAt: 1 }).lean<Contact[]>();
  const played = all.filter(({ addresses }) => isContactOf(domain, addresses[0] ?? ''));
  const last = played.at(-1);
  if (last && !last.stoppedAt) return { address: last.addresses[0] ?? '', isNew: false, stopped: null };
  const taken = all.flatMap(({ addresses }) => addresses);
  return { address: nextAddress(domain, taken), isNew: true, stopped: last?.addresses[0] ?? null };
}
