import { ImapFlow } from 'imapflow';
import { setTimeout as pause } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { Credentials } from '@app/runtime/mail/mail-credentials';
import { imapLogin } from '@app/runtime/mail/mail-login';
import { errorWords } from '@app/runtime/error-words';
import { serverInWords } from '../../arguments/server-address';
import { right, unknown, wrong, type Finding } from './finding';
import { loginProblem } from './login-problem';

const PATIENCE_MS = 10_000;

/** Logs in to an account's IMAP server and looks at its folders; nothing is changed and no mail is read. */
export async function checkImap(account: MailAccount, credentials: Credentials): Promise<readonly Finding[]> {
  try {
    const login = await imapLogin(account, credentials);
    const client = new ImapFlow({ ...login, socketTimeout: PATIENCE_MS, disableAutoIdle: true });
    // A connection that breaks is told twice: by this event, and by the call that fails.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return [
        right('imap', `${serverInWords(account.imap)} lets ${account.user} in.`),
        await checkFolders(client, account),
        await checkIdle(client),
      ];
    } finally {
      await client.logout().catch(() => {
        client.close();
      });
    }
  } catch (error) {
    const notReached = 'nobody could log in.';
    return [
      wrong('imap', await loginProblem(error, account, 'imap')),
      unknown('folders', notReached),
      unknown('idle', notReached),
    ];
  }
}

async function checkFolders(client: ImapFlow, { keepsSent }: MailAccount): Promise<Finding> {
  try {
    await client.mailboxOpen('INBOX', { readOnly: true });
  } catch (error) {
    return wrong('folders', `INBOX cannot be opened (${inWords(error)}); give the user the right to read it.`);
  }
  // As the server marks it (RFC 6154), else by the names that mail clients give it: what the gateway looks for.
  const sent = (await client.list()).find(({ specialUse }) => specialUse === '\\Sent');
  if (sent) {
    const how = keepsSent ? 'the provider puts' : 'the agent puts';
    return right('folders', `INBOX is readable, and ${how} what was sent into "${sent.path}".`);
  }
  return wrong(
    'folders',
    'INBOX is readable, but there is no folder of sent mail; create one named Sent, so that letters are kept ' +
      'and what you write by hand is noticed.',
  );
}

/** Enters IDLE (RFC 2177) and leaves it. INBOX is open. */
async function checkIdle(client: ImapFlow): Promise<Finding> {
  if (!client.capabilities.has('IDLE')) {
    return wrong(
      'idle',
      'the server does not announce new mail; replies are noticed later. Ask the provider for IMAP IDLE.',
    );
  }
  try {
    const idling = client.idle();
    await pause(ENTERED_WITHIN_MS);
    // A command ends IDLE first, so its answer proves both.
    await client.noop();
    await idling;
    return right('idle', 'the server announces new mail at once.');
  } catch (error) {
    return wrong('idle', `the server offers IDLE and fails at it (${inWords(error)}); ask the provider.`);
  }
}

const ENTERED_WITHIN_MS = 100;

function inWords(error: unknown): string {
  return errorWords(error).replace(/\s+/g, ' ');
}
