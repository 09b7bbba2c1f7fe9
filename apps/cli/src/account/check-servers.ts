import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { isLoopback, serverInWords } from '../arguments/server-address';
import { Mistake } from '../command-line/mistake.error';

/** Throws a `Mistake` where a password would travel in clear, or mail would leave a machine that must keep it. */
export function checkServers(
  { smtp, imap, security }: Pick<MailAccount, 'smtp' | 'imap' | 'security'>,
  { mailLoopbackOnly }: { readonly mailLoopbackOnly: boolean },
): void {
  const away = [smtp, imap].find(({ host }) => !isLoopback(host));
  if (!away) return;
  if (mailLoopbackOnly) {
    throw new Mistake(
      `${serverInWords(away)} is not on this machine, and MAIL_LOOPBACK_ONLY is true; unset it to use real mail servers.`,
    );
  }
  if (security === 'none') {
    throw new Mistake(
      `--security none would show the password to everybody between us and ${serverInWords(away)}; use tls or starttls.`,
    );
  }
}
