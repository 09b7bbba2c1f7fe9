import { isLoopback } from '../arguments/server-address';
import { Mistake } from '../command-line/mistake.error';

/** The address of a token endpoint (RFC 6749, section 3.2); throws a `Mistake` where a secret would travel in clear. */
export function tokenUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new Mistake(`"${given}" is not the https address of a token endpoint; copy it from the provider's pages.`);
  }
  return url.href;
}
