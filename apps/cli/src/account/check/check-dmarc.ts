import type { DnsRecords } from './dns-records';
import { right, wrong, type Finding } from './finding';

/** Whether the domain, or one it belongs to, says what to do with mail that only pretends to be its (RFC 7489). */
export async function checkDmarc(domain: string, dns: DnsRecords): Promise<Finding> {
  for (const at of upwards(domain)) {
    const records = (await dns.txt(`_dmarc.${at}`)).filter((record) => /^v=DMARC1\s*(;|$)/i.test(record));
    const [record] = records;
    if (record !== undefined)
      return records.length > 1 ? several(at, records.length) : judge(record, at, at !== domain);
  }
  return wrong(
    'dmarc',
    `${domain} has no DMARC record; publish a TXT record at _dmarc.${domain}, to begin with "v=DMARC1; p=none; rua=mailto:YOU".`,
  );
}

/** The domain, then those above it, down to the last two labels: one of them is where the organisation begins. */
function upwards(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.slice(0, Math.max(labels.length - 1, 1)).map((_, from) => labels.slice(from).join('.'));
}

function several(at: string, count: number): Finding {
  return wrong('dmarc', `there are ${String(count)} DMARC records at _dmarc.${at}, which count as none; leave one.`);
}

function judge(record: string, at: string, isAbove: boolean): Finding {
  const tags = new Map(
    record.split(';').map((tag): [string, string] => {
      const [name = '', ...value] = tag.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()];
    }),
  );
  const policy = ((isAbove ? tags.get('sp') : undefined) ?? tags.get('p') ?? '').toLowerCase();
  if (!POLICIES.has(policy)) {
    return wrong('dmarc', `the DMARC record at _dmarc.${at} has no policy; write p=none, p=quarantine or p=reject.`);
  }
  const hints = [
    ...(policy === 'none' ? ['With p=none forged mail still arrives; quarantine or reject would be better.'] : []),
    ...(tags.has('rua') ? [] : ['Add rua=mailto:YOU, and you are told who sends in your name.']),
  ];
  return right('dmarc', [`_dmarc.${at} says p=${policy}.`, ...hints].join(' '));
}

const POLICIES: ReadonlySet<string> = new Set(['none', 'quarantine', 'reject']);
