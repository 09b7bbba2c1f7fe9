import { isIP } from 'node:net';
import { isLoopback } from '../../arguments/server-address';
import type { DnsRecords } from './dns-records';
import { right, unknown, wrong, type Finding } from './finding';
import { followSpf, MOST_LOOKUPS, type Spf } from './spf';

/** Whether the domain says by SPF (RFC 7208) who sends its mail. Throws `DnsUnavailable`. */
export async function checkSpf(domain: string, smtpHost: string, dns: DnsRecords): Promise<Finding> {
  const from = isLoopback(smtpHost) ? [] : isIP(smtpHost) === 0 ? await dns.addresses(smtpHost) : [smtpHost];
  const spf = await followSpf(domain, from, dns);
  const mistake = mistakeIn(spf, domain);
  if (mistake !== null) return wrong('spf', mistake);
  if (spf.passes || from.length === 0)
    return right('spf', `${domain} says who sends its mail: ${spf.records[0] ?? ''}`);
  return unknown(
    'spf',
    `${domain} has a record, but it does not name ${smtpHost} (${from.join(', ')}); if mail leaves from that very host, ` +
      `add ${from.map(networkOf).join(' ')} to it, else see that your provider's "include:" is there.`,
  );
}

/** What is wrong with a record, and what to do; null when nothing is. */
function mistakeIn({ records, others, lookups, missing, unreadable }: Spf, domain: string): string | null {
  if (records.length === 0) {
    return `${domain} has no SPF record; publish a TXT record like "v=spf1 include:YOUR-PROVIDER ~all".`;
  }
  if (records.length > 1) {
    return `${domain} has ${String(records.length)} SPF records, which count as none; make one of them.`;
  }
  if (unreadable.length > 0) return `nobody can read "${unreadable.join('", "')}" in the SPF record; correct it.`;
  if (lookups > MOST_LOOKUPS) {
    return `the SPF record asks the DNS more than ${String(MOST_LOOKUPS)} times, which counts as an error; remove what no longer sends.`;
  }
  if (missing.length > 0) return `the SPF record includes ${missing.join(', ')}, which has none; remove it.`;
  if (others === '+') return 'the SPF record ends in +all, so anybody may send in your name; end it in ~all or -all.';
  if (others === null || others === '?') return 'the SPF record does not end in ~all or -all; add it at its end.';
  return null;
}

function networkOf(address: string): string {
  return `${isIP(address) === 4 ? 'ip4' : 'ip6'}:${address}`;
}
