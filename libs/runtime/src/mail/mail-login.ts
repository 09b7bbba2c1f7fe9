import type { MailAccount } from '@app/persistence/accounts/account.schema';

/** How long a server may take to be reached, and then to greet. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000 } as const;

/** How nodemailer logs in to an account's SMTP server; what `account check` proves is what the gateway does. */
export function smtpLogin({ smtp, security, user }: MailAccount, pass: string) {
  return {
    host: smtp.host,
    port: smtp.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: { user, pass },
    ...PATIENCE,
  };
}

/** How imapflow logs in to an account's IMAP server, silently. */
export function imapLogin({ imap, security, user }: MailAccount, pass: string) {
  return {
    host: imap.host,
    port: imap.port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user, pass },
    logger: false as const,
    ...PATIENCE,
  };
}
