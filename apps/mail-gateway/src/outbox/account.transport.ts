import { Readable } from 'node:stream';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type MailMessage from 'nodemailer/lib/mailer/mail-message';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { smtpLogin } from '@app/runtime/mail/mail-login';
import { openSocket } from './open-socket';

/** Connections to one account's server, and so the most letters under way there at the same time. */
export const CONNECTIONS = 5;

/** The pooled SMTP connections of one account. Its errors say whether the content had begun; it repeats nothing. */
export class AccountTransport extends SMTPPool {
  private underWay = 0;
  private isOver = false;

  constructor(account: MailAccount, password: string) {
    super(optionsFor(account, password));
  }

  override send(
    mail: MailMessage<SMTPPool.SentMessageInfo>,
    done: (error: Error | null, info: SMTPPool.SentMessageInfo) => void,
  ): void {
    let contentBegan = false;
    // The stream is first read when the server has said 354 to DATA.
    mail.message.processFunc((content) =>
      Readable.from(
        (async function* () {
          contentBegan = true;
          yield* content;
        })(),
      ),
    );
    const failed = (error: Error): Error => Object.assign(error, { contentBegan });
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

function optionsFor(account: MailAccount, password: string): SMTPPool.Options & { maxRequeues: number } {
  return {
    ...smtpLogin(account, password),
    pool: true,
    getSocket: ({ host = '', port = 0 }, done) => {
      openSocket({ host, port }, done);
    },
    maxConnections: CONNECTIONS,
    // The pool would send a letter again by itself when a connection closes under it.
    maxRequeues: 0,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
