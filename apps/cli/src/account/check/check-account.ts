import { CHECK_NAMES } from '@app/domain/account-check';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { Credentials } from '@app/runtime/mail/mail-credentials';
import { checkClock } from './check-clock';
import { checkDomain } from './check-domain';
import { checkImap } from './check-imap';
import { checkSmtp } from './check-smtp';
import { dnsRecords } from './dns-records';
import { unknown, type Finding } from './finding';

/** Tries everything an account's mail depends on, and says what to fix; sends nothing and reads no mail. */
export async function checkAccount(
  account: MailAccount,
  credentials: Credentials,
  { mailLoopbackOnly }: { readonly mailLoopbackOnly: boolean },
): Promise<readonly Finding[]> {
  const [{ smtp, clock }, imap, domain] = await Promise.all([
    checkSmtpAndClock(account, credentials),
    checkImap(account, credentials),
    mailLoopbackOnly ? NOTHING_LEAVES : checkDomain(account, dnsRecords()),
  ]);
  const findings = [smtp, clock, ...imap, ...domain];
  return CHECK_NAMES.flatMap((name) => findings.filter((finding) => finding.name === name));
}

async function checkSmtpAndClock(account: MailAccount, credentials: Credentials) {
  const { finding: smtp, greeting } = await checkSmtp(account, credentials);
  return { smtp, clock: await checkClock(account, greeting) };
}

const NOTHING_LEAVES = (['spf', 'dkim', 'dmarc'] as const).map((name) =>
  unknown(name, 'no mail leaves this machine while MAIL_LOOPBACK_ONLY is true.'),
);
