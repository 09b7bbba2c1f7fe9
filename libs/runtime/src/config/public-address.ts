import { isLoopback } from './is-loopback';

/** In every letter there is one more of it, in a header line of at most 998 characters (RFC 5322, section 2.1.1). */
const LONGEST = 300;

/**
 * Whether links may begin with this: an https address, or an http one of this machine, with nothing behind its path and
 * nobody's password in it.
 */
export function isPublicAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > LONGEST || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '' || /[?#\s]/.test(value)) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}
