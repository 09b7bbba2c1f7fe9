import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { isLoopback } from '@app/runtime/config/is-loopback';

/** Why an account may not be used where only this machine's mail servers may be; undefined when it may. */
export function refusedOutsideLoopback({ address, smtp, imap }: MailAccount): string | undefined {
  const outside = [smtp.host, imap.host].find((host) => !isLoopback(host));
  if (outside === undefined) return undefined;
  return (
    `${address} is not used: its server ${outside} is not this machine, and MAIL_LOOPBACK_ONLY is true. ` +
    'Set MAIL_LOOPBACK_ONLY=false to write to real people, or give the account a server on 127.0.0.1.'
  );
}
