import { domainToUnicode } from 'node:url';
import { Binary } from 'mongodb';
import { channelOf } from '@app/domain/address';
import { escapedPattern } from '../escaped-pattern';

/** Takes a person out of a value: the same value when it does not name the person, else a copy that does not. */
export type Redact = <T>(value: T) => T;

/** What stands where a person was named. */
export const ERASED = '[erased]';

/**
 * Addresses are taken out wherever they stand, names only where somebody's words do: a name may be any word, one of
 * our own too. Names are found as whole words in the form the contact has, not declined.
 */
export function redactorOf({
  addresses,
  names,
}: {
  readonly addresses: readonly string[];
  readonly names: readonly string[];
}): Redact {
  const anyAddress = addresses.map(asAddress);
  const anyName = names.map(
    (name) => new RegExp(`(?<![\\p{L}\\p{N}])${escapedPattern(name)}(?![\\p{L}\\p{N}])`, 'giu'),
  );
  const inText = (text: string, key: string): string => {
    const patterns = WORDS.has(key) ? [...anyAddress, ...anyName] : anyAddress;
    return patterns.reduce((redacted, pattern) => redacted.replace(pattern, ERASED), text);
  };
  const inside = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return key === '_id' ? value : inText(value, key);
    if (value instanceof Binary) return inBytes(value, inText);
    if (Array.isArray(value)) return sameUnlessChanged(value, (item) => inside(item, key));
    return isPlain(value) ? sameFieldsUnlessChanged(value, inside) : value;
  };
  return <T>(value: T): T => inside(value, '') as T;
}

/** Fields that hold what people wrote, or what was written about them. */
const WORDS: ReadonlySet<string> = new Set([
  'text',
  'html',
  'subject',
  'quotedText',
  'signature',
  'fromName',
  'name',
  'content',
  'evidence',
  'because',
  'reason',
  'said',
  'sentence',
  'prompt',
  'response',
  'earlier',
  'handedOverBecause',
  'quarantined',
]);

function asAddress(address: string): RegExp {
  if (channelOf(address) === 'telegram') {
    return new RegExp(`(?:@|(?:https?://)?t\\.me/)${escapedPattern(address.slice(1))}(?!\\w)`, 'giu');
  }
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const domains = [...new Set([domain, domainToUnicode(domain)])].map(escapedPattern).join('|');
  return new RegExp(
    `(?<![\\p{L}\\p{N}.+_-])${escapedPattern(address.slice(0, at))}@(?:${domains})(?![\\p{L}\\p{N}-])`,
    'giu',
  );
}

/** Raw bytes cannot be mended: they are dropped when they name the person. */
function inBytes(bytes: Binary, inText: (text: string, key: string) => string): Binary | null {
  const text = Buffer.from(bytes.buffer).toString();
  return inText(text, 'text') === text ? bytes : null;
}

function sameUnlessChanged(items: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const changed = items.map(change);
  return changed.every((item, place) => item === items[place]) ? items : changed;
}

function sameFieldsUnlessChanged(
  fields: Readonly<Record<string, unknown>>,
  change: (value: unknown, key: string) => unknown,
): Readonly<Record<string, unknown>> {
  const changed = Object.entries(fields).map(([key, value]) => [key, change(value, key)] as const);
  return changed.every(([key, value]) => value === fields[key]) ? fields : Object.fromEntries(changed);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
