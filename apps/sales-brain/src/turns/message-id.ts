import { randomBytes } from 'node:crypto';

/** RFC 5322, section 3.6.4: unique for ever; 128 random bits, under the domain we write from. */
export function newMessageId(address: string): string {
  return `<${randomBytes(16).toString('hex')}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}
