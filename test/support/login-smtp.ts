import { buffer } from 'node:stream/consumers';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server';
import { listenOnLoopback } from '../../tools/peers/src/system/listening-server';
import { askNoClosedSocket } from './ask-no-closed-socket';
import type { Certified } from './certificates';

export interface LoginSmtpRequest {
  /** `stripped`: STARTTLS is not offered, as when somebody on the way takes it out. */
  readonly security: 'tls' | 'starttls' | 'stripped';
  readonly certificate: Certified;
  /** Who may log in; anybody, when it is left out. */
  readonly mayLogIn?: (auth: SMTPServerAuthentication) => boolean;
}

/** An SMTP server on 127.0.0.1 about logins: with a password, or a token by XOAUTH2. */
export interface LoginSmtp {
  readonly port: number;
  /** Every login that was tried. */
  logins(): readonly SMTPServerAuthentication[];
  /** All that came in as it was on the wire, in Latin-1. */
  onTheWire(): string;
  mailsTaken(): number;
  stop(): Promise<void>;
}

askNoClosedSocket();

export async function startLoginSmtp({ security, certificate, mayLogIn }: LoginSmtpRequest): Promise<LoginSmtp> {
  const logins: SMTPServerAuthentication[] = [];
  let onTheWire = '';
  let mailsTaken = 0;
  const smtp = new SMTPServer({
    secure: security === 'tls',
    key: certificate.key,
    cert: certificate.cert,
    disabledCommands: security === 'stripped' ? ['STARTTLS'] : [],
    allowInsecureAuth: security === 'stripped',
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth(auth, _session, callback) {
      logins.push(auth);
      if (mayLogIn?.(auth) ?? true) callback(null, { user: auth.username });
      else if (auth.method === 'XOAUTH2') callback(null, { data: { status: '401', schemes: 'bearer' } });
      else callback(Object.assign(new Error('5.7.8 wrong login'), { responseCode: 535 }));
    },
    onData(stream, _session, callback) {
      void buffer(stream).then(() => {
        mailsTaken += 1;
        callback(null);
      });
    },
  });
  smtp.on('error', () => undefined);
  // Beside TLS, whoever reads the bare socket would take what TLS is to read.
  if (security === 'stripped')
    smtp.server.on('connection', (socket: Socket) => {
      socket.on('data', (chunk: Buffer) => {
        onTheWire += chunk.toString('latin1');
      });
    });
  const listening = await listenOnLoopback(smtp.server);
  return {
    port: listening.port,
    logins: () => logins,
    onTheWire: () => onTheWire,
    mailsTaken: () => mailsTaken,
    stop: () => listening.stop(),
  };
}
