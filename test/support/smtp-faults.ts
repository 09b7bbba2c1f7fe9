import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { listenOnLoopback } from '../../tools/peers/src/system/listening-server';
import { failingFront, type SmtpFault } from './smtp-front';

/** A mail that the peer really accepted, whatever the client was told. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** An SMTP server on 127.0.0.1 that takes any login, and meets each mail with the fault set last. */
export interface SmtpFaultPeer {
  readonly port: number;
  setFault(fault: SmtpFault): void;
  taken(): readonly TakenMail[];
  stop(): Promise<void>;
}

/** Starts the peer without a fault. */
export async function startSmtpFaults(): Promise<SmtpFaultPeer> {
  let fault: SmtpFault = { type: 'none' };
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    disableReverseLookup: true,
    // Longer than any client here waits: a stall is not to be ended by this side.
    socketTimeout: 600_000,
    closeTimeout: 100,
    onAuth(auth, _session, callback) {
      callback(null, { user: auth.username });
    },
    onData(stream, session, callback) {
      buffer(stream).then(
        (raw) => {
          taken.push({ to: session.envelope.rcptTo.map((recipient) => recipient.address), raw });
          callback(null);
        },
        // Broken off before its end: it is not taken.
        () => undefined,
      );
    },
  });
  server.on('error', () => undefined);
  const behind = await listenOnLoopback(server.server);
  const front = await listenOnLoopback(failingFront(behind.port, () => fault));

  return {
    port: front.port,
    setFault(next) {
      fault = next;
    },
    taken: () => [...taken],
    async stop() {
      await Promise.all([front.stop(), behind.stop()]);
    },
  };
}
