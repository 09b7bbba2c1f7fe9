import { isIPv4 } from 'node:net';
import type { MailAccount } from '@app/persistence/accounts/account.schema';

/** Whether a host is this machine by its very name, without asking a resolver (RFC 1122, 4291, 6761). */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

/** Why an account may not be used where only this machine's mail servers may be; undefined when it may. */
export function refusedOutsideLoopback({ address, smtp, imap }: MailAccount): string | undefined {
  const outside = [smtp.host, imap.host].find((host) => !isLoopback(host));
  if (outside === undefined) return undefined;
  return (
    `${address} is not used: its server ${outside} is not this machine, and MAIL_LOOPBACK_ONLY is true. ` +
    'Set MAIL_LOOPBACK_ONLY=false to write to real people, or give the account a server on 127.0.0.1.'
  );
}
