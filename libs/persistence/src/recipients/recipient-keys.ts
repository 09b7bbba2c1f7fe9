import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { channelOf } from '@app/domain/address';
import type { KeyRing, LedgerKey } from '../keys/key-ring';

const NORMALISATION = 'n1';

/** The guard ids of one address: of the address itself and of its form without a +tag, under one ledger key or all. */
export interface RecipientKeys {
  /** Under the current key: what a new guard is made with. */
  readonly current: readonly string[];
  /** Under every key: what a look-up asks for. */
  readonly all: readonly string[];
  /** Of the address itself, under every key: the form without a +tag may be somebody else. */
  readonly own: readonly string[];
}

/** Derives an address's guard ids; an e-mail address is taken in lower case and IDNA form (RFC 5891). */
export function recipientKeys(address: string, ring: KeyRing): RecipientKeys {
  const itself = normalise(address);
  const forms = formsOf(address);
  const { current, all } = ring.ledger;
  const under = (key: LedgerKey): string[] => forms.map((form) => guardId(form, key));
  return { current: under(current), all: all.flatMap(under), own: all.map((key) => guardId(itself, key)) };
}

/** An address in lower case and IDNA form, as the ledger and every look-up take it. */
export function normalise(address: string): string {
  const lower = address.trim().normalize('NFC').toLowerCase();
  if (channelOf(lower) === 'telegram') return lower;
  const at = lower.lastIndexOf('@');
  if (at < 0) return lower;
  const domain = lower.slice(at + 1);
  return `${lower.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/** An address and, where it has a +tag, its form without it, as every look-up takes them. */
export function formsOf(address: string): readonly string[] {
  const itself = normalise(address);
  return [...new Set([itself, withoutTag(itself)])];
}

function withoutTag(address: string): string {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf('+');
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address;
}

function guardId(form: string, key: LedgerKey): string {
  const digest = createHmac('sha256', key.bytes)
    .update(`${channelOf(form)}:${form}`)
    .digest('base64url');
  return `${key.id}:${NORMALISATION}:${digest}`;
}
