import freeEmailDomains from 'free-email-domains';
import { channelOf } from './address';

/** Providers the package does not know. */
const MORE_PROVIDERS = ['hey.com', 'internet.ru', 'narod.ru', 'rambler.ua', 'vk.com', 'xmail.ru'];
const PROVIDERS: ReadonlySet<string> = new Set([...freeEmailDomains, ...MORE_PROVIDERS]);

/** The domain that tells which company an address belongs to; '' for a mail provider's and for Telegram. */
export function companyDomainOf(address: string): string {
  if (channelOf(address) !== 'email') return '';
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return PROVIDERS.has(domain) ? '' : domain;
}
