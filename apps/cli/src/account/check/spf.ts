import { BlockList, isIP, isIPv4 } from 'node:net';
import type { DnsRecords } from './dns-records';

/** What following a domain's SPF record found (RFC 7208). */
export interface Spf {
  /** The records that begin with v=spf1; one is right. */
  readonly records: readonly string[];
  /** What the record says of everybody it does not name: the qualifier of its `all`, or none. */
  readonly others: '-' | '~' | '?' | '+' | null;
  /** Terms that ask the DNS, over all records that are included; more than ten are an error. */
  readonly lookups: number;
  /** Domains that are included and have no record of their own, which is an error too. */
  readonly missing: readonly string[];
  /** Terms nobody can read. */
  readonly unreadable: readonly string[];
  /** Whether mail from one of the addresses that were asked about passes. */
  readonly passes: boolean;
}

export const MOST_LOOKUPS = 10;

/** Follows a domain's record to its end, whichever term fits first. Throws `DnsUnavailable`. */
export async function followSpf(domain: string, from: readonly string[], dns: DnsRecords): Promise<Spf> {
  const records = await spfRecords(domain, dns);
  const walk = { lookups: 0, missing: new Set<string>(), unreadable: new Set<string>() };
  const [record] = records;
  const { passes, others } = record === undefined ? NOBODY : await follow(record, domain);
  return {
    records,
    others,
    lookups: walk.lookups,
    missing: [...walk.missing],
    unreadable: [...walk.unreadable],
    passes,
  };

  async function follow(text: string, of: string): Promise<Followed> {
    let result: Followed = NOBODY;
    let redirect: string | undefined;
    for (const term of text.trim().split(/\s+/).slice(1)) {
      const parsed = parse(term);
      if (parsed === null) {
        walk.unreadable.add(term);
        continue;
      }
      const { qualifier, name, value } = parsed;
      if (LOOKS_UP.has(name)) walk.lookups += 1;
      if (walk.lookups > MOST_LOOKUPS) return result;
      if (name === 'redirect') redirect = value;
      else if (name === 'all') result = { ...result, others: qualifier };
      else if (qualifier === '+' && (await fits(name, value, of))) result = { ...result, passes: true };
    }
    if (redirect === undefined || result.others !== null) return result;
    const next = await included(redirect);
    return { passes: result.passes || next.passes, others: next.others };
  }

  async function fits(name: string, value: string, of: string): Promise<boolean> {
    const [, host = '', four = '', six = ''] = /^([^/]*)(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(value) ?? [];
    const at = host === '' ? of : host;
    const length = { four, six };
    switch (name) {
      case 'ip4':
      case 'ip6':
        return covers(value, from);
      case 'a':
        return coversAny(await dns.addresses(at), length, from);
      case 'mx': {
        const hosts = await dns.mailHosts(at);
        return coversAny((await Promise.all(hosts.map((one) => dns.addresses(one)))).flat(), length, from);
      }
      case 'include':
        return (await included(value)).passes;
      // `exists` and `ptr` are about the very mail, and `exp` about what its sender is told.
      default:
        return false;
    }
  }

  async function included(at: string): Promise<Followed> {
    // A name made of the mail at hand (RFC 7208, section 7) cannot be looked up without one.
    if (at.includes('%')) return NOBODY;
    const [found] = await spfRecords(at, dns);
    if (found === undefined) walk.missing.add(at);
    return found === undefined ? NOBODY : follow(found, at);
  }
}

interface Followed {
  readonly passes: boolean;
  readonly others: Spf['others'];
}

const NOBODY: Followed = { passes: false, others: null };

/** RFC 7208, section 4.6.4. */
const LOOKS_UP: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect']);
const TERMS: ReadonlySet<string> = new Set([...LOOKS_UP, 'all', 'ip4', 'ip6', 'exp']);

async function spfRecords(domain: string, dns: DnsRecords): Promise<readonly string[]> {
  return (await dns.txt(domain)).filter((record) => /^v=spf1(\s|$)/i.test(record));
}

function parse(term: string): { qualifier: '+' | '-' | '~' | '?'; name: string; value: string } | null {
  const [, sign = '+', name = '', value = ''] = /^([-+~?])?([a-z0-9]+)(?:[:=]?(.*))$/i.exec(term) ?? [];
  const qualifier = sign === '-' || sign === '~' || sign === '?' ? sign : '+';
  return TERMS.has(name.toLowerCase()) ? { qualifier, name: name.toLowerCase(), value } : null;
}

/** `a/24//64`: the first length is for IPv4, the second for IPv6. */
interface PrefixLengths {
  readonly four: string;
  readonly six: string;
}

function coversAny(addresses: readonly string[], length: PrefixLengths, from: readonly string[]): boolean {
  return addresses.some((address) => {
    const bits = isIPv4(address) ? length.four : length.six;
    return covers(bits === '' ? address : `${address}/${bits}`, from);
  });
}

function covers(network: string, from: readonly string[]): boolean {
  const [address = '', bits] = network.split('/');
  const family = isIP(address);
  if (family === 0) return false;
  const list = new BlockList();
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const longest = family === 4 ? 32 : 128;
  list.addSubnet(address, Math.min(Number(bits ?? longest), longest), type);
  return from.some((one) => isIP(one) === family && list.check(one, type));
}
