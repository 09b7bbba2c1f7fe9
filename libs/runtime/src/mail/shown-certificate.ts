import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { MailAccount, MailSecurity } from '@app/persistence/accounts/account.schema';

export type MailProtocol = 'smtp' | 'imap';

/** The certificate a server shows, trusted or not. */
export interface ShownCertificate {
  /** SHA-256 in lower-case hex. */
  readonly fingerprint: string;
  readonly pem: string;
  readonly validTo: Date;
  /** The names it is for. */
  readonly names: string;
  /** Why Node does not trust it for this host, in OpenSSL's or Node's word for it; null when it does. */
  readonly problem: string | null;
}

const PATIENCE_MS = 10_000;

/**
 * Looks at the certificate of a mail server, as far as TLS goes and no further: nothing is logged in to. Throws what the
 * connection said, and `NoStartTls`.
 */
export async function shownCertificate(
  server: MailAccount['smtp'],
  security: Exclude<MailSecurity, 'none'>,
  protocol: MailProtocol,
): Promise<ShownCertificate> {
  const socket = connectPlain({ host: server.host, port: server.port });
  // Whoever waits is told; without a listener an error that nobody waits for would end the process.
  socket.on('error', () => undefined);
  const tooLate = setTimeout(() => {
    socket.destroy(Object.assign(new Error('Connection timeout'), { code: 'ETIMEDOUT' }));
  }, PATIENCE_MS);
  try {
    await once(socket, 'connect');
    if (security === 'starttls') await startTls(socket, protocol);
    return certificateOf(await handshake(socket, server.host));
  } finally {
    clearTimeout(tooLate);
    socket.destroy();
  }
}

async function handshake(socket: Socket, host: string): Promise<TLSSocket> {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  // Not trusted: only looked at.
  const secured = connectTls({ socket, host, ...servername, rejectUnauthorized: false });
  secured.on('error', () => undefined);
  await once(secured, 'secureConnect');
  return secured;
}

function certificateOf(secured: TLSSocket): ShownCertificate {
  const { raw, fingerprint256, valid_to: validTo, subject, subjectaltname } = secured.getPeerCertificate();
  // Node types it as an error; it is a word.
  const problem: unknown = secured.authorizationError;
  return {
    fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
    pem: `-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----\n`,
    validTo: new Date(validTo),
    names: subjectaltname ?? `CN=${String(subject.CN)}`,
    problem: secured.authorized ? null : String(problem),
  };
}

/** RFC 3207, and RFC 9051, section 6.2.1. */
async function startTls(socket: Socket, protocol: MailProtocol): Promise<void> {
  switch (protocol) {
    case 'smtp': {
      await answerOf(socket, /^\d{3} .*\r\n/m);
      socket.write('EHLO [127.0.0.1]\r\n');
      await answerOf(socket, /^\d{3} .*\r\n/m);
      socket.write('STARTTLS\r\n');
      if (!/^220/m.test(await answerOf(socket, /^\d{3} .*\r\n/m))) throw new NoStartTls();
      return;
    }
    case 'imap': {
      await answerOf(socket, /^\* .*\r\n/m);
      socket.write('a STARTTLS\r\n');
      if (!/^a OK/im.test(await answerOf(socket, /^a .*\r\n/m))) throw new NoStartTls();
      return;
    }
    default:
      protocol satisfies never;
  }
}

const LONGEST_ANSWER = 64 * 1024;

/** What the server says up to the end of its answer. */
async function answerOf(socket: Socket, end: RegExp): Promise<string> {
  let said = '';
  while (!end.test(said) && said.length < LONGEST_ANSWER) {
    await once(socket, 'readable');
    const chunk = socket.read() as Buffer | null;
    // A stream tells its end the same way.
    if (chunk === null) throw new Error('the server closed the connection');
    said += chunk.toString('latin1');
  }
  return said;
}

/** A server that offers no STARTTLS, or somebody on the way who took it out. */
export class NoStartTls extends Error {
  readonly code = 'NO_STARTTLS';
  constructor() {
    super('the server does not start TLS, or somebody on the way keeps it from that');
  }
}
