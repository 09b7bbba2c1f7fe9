import { getServers } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { codeOf } from '../../command-line/code-of';

/** What the DNS says. Each answers with nothing where there is no such record, and throws `DnsUnavailable`. */
export interface DnsRecords {
  /** Each record's strings put together (RFC 7208, section 3.3). */
  txt(name: string): Promise<readonly string[]>;
  addresses(name: string): Promise<readonly string[]>;
  mailHosts(domain: string): Promise<readonly string[]>;
}

/** Asks the DNS servers this process is set to. */
export function dnsRecords(): DnsRecords {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  resolver.setServers(getServers());
  return {
    txt: async (name) => (await found(name, resolver.resolveTxt(name))).map((strings) => strings.join('')),
    addresses: async (name) =>
      (await Promise.all([found(name, resolver.resolve4(name)), found(name, resolver.resolve6(name))])).flat(),
    mailHosts: async (domain) => (await found(domain, resolver.resolveMx(domain))).map(({ exchange }) => exchange),
  };
}

async function found<T>(name: string, asked: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await asked;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw new DnsUnavailable(name, code);
  }
}

/** The DNS gave no answer, so nothing can be said about a record. */
export class DnsUnavailable extends Error {
  readonly code = 'DNS_UNAVAILABLE';
  constructor(
    readonly record: string,
    readonly because: string,
  ) {
    super(`the DNS does not answer for ${record} (${because}); try again later`);
  }
}
