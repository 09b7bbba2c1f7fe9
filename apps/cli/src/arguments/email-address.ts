import { normalise } from '@app/persistence/recipients/recipient-keys';
import { Mistake } from '../command-line/mistake.error';

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** An e-mail address (RFC 5321, unquoted) in lower case and IDNA form; throws a `Mistake` when it is none. */
export function emailAddress(given: string): string {
  const address = normalise(given);
  if (!isEmailAddress(address))
    throw new Mistake(`"${given}" is not an e-mail address; write it like name@company.com.`);
  return address;
}

/** Whether a normalised address is one that mail can be sent to. */
export function isEmailAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
  return local.length <= 64 && address.length <= 254 && LOCAL_PART.test(local) && DOMAIN.test(domain);
}
