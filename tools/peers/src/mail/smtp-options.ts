import { buffer } from 'node:stream/consumers';
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { AcceptedMail } from './accepted-mail';
import type { MailAccount } from './imap-mailbox';

/** How the embedded SMTP behaves: login by a hosted account without TLS, then anything is accepted and handed on. */
export function smtpOptions(accounts: readonly MailAccount[], accept: (mail: AcceptedMail) => void): SMTPServerOptions {
  const passwords = new Map(accounts.map((account) => [account.address, account.password]));
  return {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth(auth, _session, callback) {
      const isRight = auth.password !== undefined && passwords.get(auth.username ?? '') === auth.password;
      if (isRight) callback(null, { user: auth.username });
      else callback(Object.assign(new Error('5.7.8 wrong address or password'), { responseCode: 535 }));
    },
    onData(stream, session, callback) {
      buffer(stream).then(
        (raw) => {
          accept({ ...envelopeOf(session), raw, at: new Date() });
          callback(null);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  };
}

function envelopeOf(session: SMTPServerSession): Pick<AcceptedMail, 'from' | 'to'> {
  const { mailFrom, rcptTo } = session.envelope;
  return { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map((recipient) => recipient.address) };
}
