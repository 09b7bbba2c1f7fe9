import { createTransport } from 'nodemailer';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { Credentials } from '@app/runtime/mail/mail-credentials';
import { smtpLogin } from '@app/runtime/mail/mail-login';
import { serverInWords } from '../../arguments/server-address';
import { right, wrong, type Finding } from './finding';
import { loginProblem } from './login-problem';

export interface SmtpChecked {
  readonly finding: Finding;
  /** The first line the server said; '' when it said none. */
  readonly greeting: string;
}

const PATIENCE_MS = 10_000;

/** Logs in to an account's SMTP server, and out again; nothing is sent. */
export async function checkSmtp(account: MailAccount, credentials: Credentials): Promise<SmtpChecked> {
  const heard = listener();
  try {
    const tls = await credentials.trust('smtp');
    const login = { ...smtpLogin(account, credentials), tls, socketTimeout: PATIENCE_MS };
    const transport = createTransport({ ...login, logger: heard.logger, transactionLog: true });
    try {
      await transport.verify();
    } finally {
      transport.close();
    }
    const finding = right('smtp', `${serverInWords(account.smtp)} lets ${account.user} in.`);
    return { finding, greeting: heard.greeting() };
  } catch (error) {
    return { finding: wrong('smtp', await loginProblem(error, account, 'smtp')), greeting: heard.greeting() };
  }
}

/** Nodemailer tells a server's lines to its logger alone. */
function listener() {
  let greeting: string | undefined;
  const hear = (entry: { readonly tnx?: unknown }, line?: unknown): void => {
    if (entry.tnx === 'server' && typeof line === 'string') greeting ??= line;
  };
  const silent = (): void => undefined;
  const logger = {
    level: silent,
    trace: silent,
    debug: hear,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  };
  return { logger, greeting: () => greeting ?? '' };
}
