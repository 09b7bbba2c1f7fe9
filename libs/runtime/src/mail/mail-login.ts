import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { WhichToken } from './access-tokens';
import type { Credentials } from './mail-credentials';

/** How long a server may take to be reached, and then to greet. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000 } as const;

/**
 * How nodemailer logs in to an account's SMTP server; what `account check` proves is what the gateway does. Which
 * certificate it may trust, `tls`, the credentials say for each connection anew.
 */
export function smtpLogin({ smtp, security, user }: MailAccount, credentials: Credentials) {
  return {
    host: smtp.host,
    port: smtp.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: smtpAuth(user, credentials.secret),
    ...PATIENCE,
  };
}

/**
 * How imapflow logs in to an account's IMAP server, silently; with a `renewed` token where the one before was refused.
 * Throws `NoAccessToken` and `CertificateRefused`.
 */
export async function imapLogin(account: MailAccount, credentials: Credentials, token: WhichToken = 'standing') {
  const { imap, security, user } = account;
  const [tls, auth] = await Promise.all([credentials.trust('imap'), imapAuth(user, credentials.secret, token)]);
  return {
    host: imap.host,
    port: imap.port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth,
    tls,
    logger: false as const,
    ...PATIENCE,
  };
}

function smtpAuth(user: string, secret: Credentials['secret']) {
  if (secret.type === 'password') return { user, pass: secret.password };
  // Nodemailer asks for each connection, and once more when the server refuses the token.
  const provisionCallback = (
    _user: string,
    isRefused: boolean,
    done: (error: Error | null, accessToken: string, expires: number) => void,
  ): void => {
    secret.accessToken(isRefused ? 'renewed' : 'standing').then(
      (token) => {
        done(null, token, NOT_REMEMBERED);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), '', NOT_REMEMBERED);
      },
    );
  };
  return { type: 'OAuth2' as const, user, provisionCallback };
}

/** Nodemailer's word for a lifetime that is none of its business. */
const NOT_REMEMBERED = 0;

async function imapAuth(user: string, secret: Credentials['secret'], token: WhichToken) {
  if (secret.type === 'password') return { user, pass: secret.password };
  return { user, accessToken: await secret.accessToken(token) };
}
