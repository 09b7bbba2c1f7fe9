import { Socket } from 'node:net';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { Credentials } from '@app/runtime/mail/mail-credentials';
import { smtpLogin } from '@app/runtime/mail/mail-login';
import { NoAccessToken } from '@app/runtime/mail/no-access-token.error';
import { openSocket } from './open-socket';
import { OutgoingContent } from './outgoing-content';
import { SmtpProgress } from './smtp-progress';

/** Connections to one account's server, and so the most letters under way there at the same time. */
export const CONNECTIONS = 5;

/** The pooled SMTP connections of one account. Its errors say how far the letter came; it repeats nothing. */
export class AccountTransport extends SMTPPool {
  private underWay = 0;
  private isOver = false;

  private constructor(
    options: SMTPPool.Options,
    private readonly progress: SmtpProgress,
  ) {
    super(options);
  }

  static of(account: MailAccount, credentials: Credentials): AccountTransport {
    const progress = new SmtpProgress();
    return new AccountTransport(optionsFor(account, credentials, progress), progress);
  }

  override send(
    mail: MailMessage<SMTPPool.SentMessageInfo>,
    done: (error: Error | null, info: SMTPPool.SentMessageInfo) => void,
  ): void {
    const content = new OutgoingContent(bytesOf(mail));
    // The mail is made already: nodemailer would have it pass through three streams more.
    mail.message.createReadStream = () => content.stream();
    const failed = (error: Error): Error =>
      Object.assign(error, {
        phase: content.began ? 'content' : this.progress.phaseOf(error),
        mayHaveArrived: content.ended,
      });
    // A closed pool would never call back.
    if (this.isOver) {
      done(failed(new Error('this gateway is stopping')), {} as SMTPPool.SentMessageInfo);
      return;
    }
    this.underWay += 1;
    super.send(mail, (error, sent) => {
      this.underWay -= 1;
      if (this.isOver && this.underWay === 0) super.close();
      done(error && failed(error), sent);
    });
  }

  /** Takes what is being claimed in this moment, but nothing later; what is under way is finished first. */
  override close(): void {
    setTimeout(() => {
      this.isOver = true;
      if (this.underWay === 0) super.close();
    }, CLAIMED_WITHIN_MS);
  }
}

const CLAIMED_WITHIN_MS = 2_000;

/** What the preparer made; an account sends nothing else. */
function bytesOf({ data }: MailMessage<SMTPPool.SentMessageInfo>): Buffer {
  if (Buffer.isBuffer(data.raw)) return data.raw;
  return Buffer.from(typeof data.raw === 'string' ? data.raw : '');
}

function optionsFor(
  account: MailAccount,
  credentials: Credentials,
  progress: SmtpProgress,
): SMTPPool.Options & { maxRequeues: number } {
  return {
    ...smtpLogin(account, credentials),
    pool: true,
    getSocket: (_, done) => {
      wayIn(account.smtp, credentials).then(
        (found) => {
          done(null, { ...found, ...progress.follow('greeting') });
        },
        (error: unknown) => {
          const phase = error instanceof NoAccessToken ? 'auth' : 'connect';
          done(null, { connection: failedSocket(error), ...progress.follow(phase) });
        },
      );
    },
    maxConnections: CONNECTIONS,
    // The pool would send a letter again by itself when a connection closes under it.
    maxRequeues: 0,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** All that a login needs and that can fail before it: a server is not kept waiting for it. */
async function wayIn(server: MailAccount['smtp'], credentials: Credentials) {
  const { secret } = credentials;
  if (secret.type === 'token') await secret.accessToken('standing');
  const tls = await credentials.trust('smtp');
  const connection = await new Promise<Socket>((resolve, reject) => {
    openSocket(server, (error, opened) => {
      if (opened) resolve(opened.connection);
      else reject(error ?? new Error('no connection'));
    });
  });
  return { connection, tls };
}

/** The pool never frees the place of a connection that could not be opened, only that of one that breaks. */
function failedSocket(error: unknown): Socket {
  const socket = new Socket();
  setImmediate(() => {
    socket.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return socket;
}
