import type { CheckName } from '@app/domain/account-check';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { checkDkim } from './check-dkim';
import { checkDmarc } from './check-dmarc';
import { checkSpf } from './check-spf';
import { DnsUnavailable, type DnsRecords } from './dns-records';
import { unknown, type Finding } from './finding';

/** What the domain of an address says in the DNS about its mail. A DNS that does not answer makes nothing wrong. */
export async function checkDomain(
  { address, smtp, dkimSelector }: Pick<MailAccount, 'address' | 'smtp' | 'dkimSelector'>,
  dns: DnsRecords,
): Promise<readonly Finding[]> {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return Promise.all([
    unlessUnavailable('spf', checkSpf(domain, smtp.host, dns)),
    unlessUnavailable('dkim', checkDkim(domain, dkimSelector, dns)),
    unlessUnavailable('dmarc', checkDmarc(domain, dns)),
  ]);
}

async function unlessUnavailable(name: CheckName, finding: Promise<Finding>): Promise<Finding> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof DnsUnavailable) return unknown(name, `${error.message}.`);
    throw error;
  }
}
