import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { imapLogin, smtpLogin } from '@app/runtime/mail/mail-login';
import { serverInWords, type ServerAddress } from '../arguments/server-address';
import { loginProblem } from './login-problem';

/** How a login went, in a sentence; when it failed, the sentence says what to do. */
export interface Login {
  readonly ok: boolean;
  readonly said: string;
}

export interface Logins {
  readonly smtp: Login;
  readonly imap: Login;
}

const PATIENCE_MS = 10_000;

/** Logs in to both servers of an account, and out again; nothing is sent and nothing read. */
export async function logIn(account: MailAccount, password: string): Promise<Logins> {
  const [smtp, imap] = await Promise.all([
    attempt(account.smtp, account, () => logInToSmtp(account, password)),
    attempt(account.imap, account, () => logInToImap(account, password)),
  ]);
  return { smtp, imap };
}

async function attempt(
  server: ServerAddress,
  account: MailAccount,
  logInToServer: () => Promise<void>,
): Promise<Login> {
  try {
    await logInToServer();
    return { ok: true, said: `${serverInWords(server)} lets ${account.user} in.` };
  } catch (error) {
    return { ok: false, said: loginProblem(error, server, account) };
  }
}

async function logInToSmtp(account: MailAccount, password: string): Promise<void> {
  const transport = createTransport({ ...smtpLogin(account, password), socketTimeout: PATIENCE_MS });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

async function logInToImap(account: MailAccount, password: string): Promise<void> {
  const client = new ImapFlow({ ...imapLogin(account, password), socketTimeout: PATIENCE_MS });
  // A connection that breaks is told twice: by this event, and by the call that fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.mailboxOpen('INBOX', { readOnly: true });
  } finally {
    await client.logout().catch(() => client.close());
  }
}
