import { dovecotInstalled } from './dovecot';

/** A `describe` that is skipped, with the reason in its title, where Dovecot is not installed. */
export function describeWithDovecot(title: string, specs: () => void): void {
  if (dovecotInstalled()) describe(title, specs);
  else describe.skip(`${title} (skipped: Dovecot 2.3 is not here; apt-get install dovecot-imapd dovecot-lmtpd)`, specs);
}
