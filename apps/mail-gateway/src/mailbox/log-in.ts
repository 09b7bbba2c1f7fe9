import { ImapFlow } from 'imapflow';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { Credentials } from '@app/runtime/mail/mail-credentials';
import { imapLogin } from '@app/runtime/mail/mail-login';

/** A connection that is silent is probed after the first and given up after the second, so a black hole is noticed. */
const IDLE_AT_MOST_MS = 5_000;
const SILENT_AT_MOST_MS = 15_000;

/**
 * Logs in to an account's mailbox. Aborting the signal closes the connection; whoever is done with it closes it too.
 * Throws what the server or the connection said, `NoAccessToken` and `CertificateRefused`.
 */
export async function logIn(account: MailAccount, credentials: Credentials, signal: AbortSignal): Promise<ImapFlow> {
  signal.throwIfAborted();
  try {
    return await connect(await imapLogin(account, credentials), signal);
  } catch (error) {
    if (credentials.secret.type === 'password' || !isRefusal(error)) throw error;
    // A token may be taken back before its time.
    return connect(await imapLogin(account, credentials, 'renewed'), signal);
  }
}

async function connect(login: Awaited<ReturnType<typeof imapLogin>>, signal: AbortSignal): Promise<ImapFlow> {
  signal.throwIfAborted();
  const client = new ImapFlow({
    ...login,
    disableAutoIdle: true,
    maxIdleTime: IDLE_AT_MOST_MS,
    socketTimeout: SILENT_AT_MOST_MS,
  });
  // Whoever waits on the connection is told by its end; without a listener the error would end the process.
  client.on('error', () => undefined);
  const close = (): void => {
    client.close();
  };
  const forget = (): void => {
    signal.removeEventListener('abort', close);
  };
  signal.addEventListener('abort', close);
  client.once('close', forget);
  try {
    await client.connect();
    return client;
  } catch (error) {
    forget();
    client.close();
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
}
