import { randomUUID } from 'node:crypto';
import { companyDomainOf } from '@app/domain/company-domain';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { newConversation } from './new-conversation';
import type { NewConversation } from '@app/persistence/contacts/open-conversation';

/** A colleague is of the same company, language, time zone and mail account as the contact who named them. */
export function newColleague(referrer: Contact, address: string, now: Date): NewConversation {
  const { productId, company, language, timeZone, interests, accountId } = referrer;
  return newConversation({
    _id: randomUUID(),
    productId,
    name: '',
    company,
    language,
    addresses: [address],
    telegram: null,
    companyDomain: companyDomainOf(address),
    timeZone,
    interests,
    consent: referral(referrer),
    notes: [],
    accountId,
    referredBy: referrer._id,
    stoppedAt: null,
    revision: 0,
    createdAt: now,
  });
}

/** Where the address came from and on what ground we write, as a first letter may show it. */
function referral({ name, company, language }: Contact): Contact['consent'] {
  const who = [name, company].filter((part) => part !== '').join(', ');
  switch (language) {
    case 'ru':
      return {
        source: who === '' ? 'от вашего коллеги' : `от вашего коллеги (${who})`,
        ground: 'рекомендация коллеги',
      };
    case 'en':
      return { source: who === '' ? 'your colleague' : `your colleague (${who})`, ground: "a colleague's referral" };
  }
}
