import { createPublicKey } from 'node:crypto';
import type { DnsRecords } from './dns-records';
import { right, unknown, wrong, type Finding } from './finding';

/** Names under which providers and servers publish keys when nobody chose another. A domain's selectors cannot be listed. */
const USUAL_SELECTORS = [
  'default',
  'dkim',
  'mail',
  'mailru',
  'google',
  'selector1',
  'selector2',
  's1',
  's2',
  'k1',
  'smtp',
] as const;

/** Whether the domain publishes a key its mail is signed with (RFC 6376). Throws `DnsUnavailable`. */
export async function checkDkim(domain: string, selector: string | null, dns: DnsRecords): Promise<Finding> {
  const selectors: readonly string[] = selector === null ? USUAL_SELECTORS : [selector];
  const keys = await Promise.all(selectors.map((one) => keyAt(`${one}._domainkey.${domain}`, dns)));
  const published = keys.filter((key) => key !== null);
  const best = published.find(({ mistake }) => mistake === null) ?? published[0];
  if (best) return best.mistake === null ? right('dkim', best.said) : wrong('dkim', best.mistake);
  if (selector === null) {
    return unknown(
      'dkim',
      `no DKIM key stands under a usual name of ${domain}; if your mail is signed, name its selector by ` +
        '`sales-agent account update ADDRESS --dkim-selector NAME`, else let your provider sign it.',
    );
  }
  return wrong(
    'dkim',
    `there is no DKIM key at ${selector}._domainkey.${domain}; publish the one your provider shows, or correct --dkim-selector.`,
  );
}

interface PublishedKey {
  readonly said: string;
  /** What is wrong with it, and what to do; null when nothing is. */
  readonly mistake: string | null;
}

async function keyAt(name: string, dns: DnsRecords): Promise<PublishedKey | null> {
  const records = (await dns.txt(name)).map(tagsOf).filter((tags) => tags.has('p'));
  const [tags] = records;
  if (tags === undefined) return null;
  if (records.length > 1) return bad(`there are ${String(records.length)} keys at ${name}; leave one.`);
  const key = tags.get('p') ?? '';
  if (key === '') return bad(`the key at ${name} was revoked (p= is empty); publish the current one.`);
  if (tags.get('k') === 'ed25519') return good(`an Ed25519 key stands at ${name}.`);
  const bits = rsaBits(key);
  if (bits === null) return bad(`nobody can read the key at ${name}; publish it again, in one piece.`);
  // RFC 8301, section 3.2: shorter ones must not be counted.
  if (bits < 1024) return bad(`the key at ${name} has ${String(bits)} bits, too few to count; make one of 2048.`);
  const better = bits < 2048 ? ' One of 2048 would be better.' : '';
  return good(`an RSA key of ${String(bits)} bits stands at ${name}.${better}`);
}

function good(said: string): PublishedKey {
  return { said, mistake: null };
}

function bad(mistake: string): PublishedKey {
  return { said: '', mistake };
}

/** RFC 6376, section 3.2: white space around and inside a value means nothing. */
function tagsOf(record: string): ReadonlyMap<string, string> {
  const tags = record.split(';').map((tag): [string, string] => {
    const at = tag.indexOf('=');
    return [tag.slice(0, Math.max(at, 0)).trim(), tag.slice(at + 1).replace(/\s+/g, '')];
  });
  return new Map(tags.filter(([name]) => name !== ''));
}

function rsaBits(key: string): number | null {
  try {
    const { asymmetricKeyDetails } = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return asymmetricKeyDetails?.modulusLength ?? null;
  } catch {
    return null;
  }
}
