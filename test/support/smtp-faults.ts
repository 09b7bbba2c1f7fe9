import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { listenOnLoopback } from '../../tools/peers/src/system/listening-server';

/** What an SMTP server may do to a mail that it should have taken. */
export type SmtpFault =
  | { readonly type: 'none' }
  | { readonly type: 'refuse-connection' }
  | { readonly type: 'refuse-login' }
  | { readonly type: 'refuse-recipient'; readonly code: number }
  | { readonly type: 'refuse-content'; readonly code: number }
  /** The connection breaks while the content is on its way: nothing was accepted. */
  | { readonly type: 'drop-before-final-dot' }
  /** The mail is accepted, and the connection breaks before the client hears so. */
  | { readonly type: 'drop-after-accept' };

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
  const state: PeerState = { fault: { type: 'none' }, taken: [], sockets: new Map() };
  const smtp = new SMTPServer(optionsOf(state));
  smtp.on('error', () => undefined);
  smtp.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    state.sockets.set(port, socket);
    socket.once('close', () => state.sockets.delete(port));
  });
  const listening = await listenOnLoopback(smtp.server);

  return {
    port: listening.port,
    setFault(fault) {
      state.fault = fault;
    },
    taken: () => [...state.taken],
    stop: () => listening.stop(),
  };
}

interface PeerState {
  fault: SmtpFault;
  readonly taken: TakenMail[];
  readonly sockets: Map<number, Socket>;
}

function optionsOf(state: PeerState): SMTPServerOptions {
  return {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, callback) {
      callback(state.fault.type === 'refuse-connection' ? reply(421, '4.3.2 not available') : null);
    },
    onAuth(auth, _session, callback) {
      if (state.fault.type === 'refuse-login') callback(reply(535, '5.7.8 wrong login'));
      else callback(null, { user: auth.username });
    },
    onRcptTo(_address, _session, callback) {
      callback(state.fault.type === 'refuse-recipient' ? scripted(state.fault.code, '1.1') : null);
    },
    onData(stream, session, callback) {
      const drop = () => state.sockets.get(session.remotePort)?.destroy();
      const { fault } = state;
      if (fault.type === 'drop-before-final-dot') {
        stream.once('data', drop);
        return;
      }
      void buffer(stream).then((raw) => {
        if (fault.type === 'refuse-content') {
          callback(scripted(fault.code, '6.0'));
          return;
        }
        state.taken.push({ to: session.envelope.rcptTo.map((recipient) => recipient.address), raw });
        if (fault.type === 'drop-after-accept') drop();
        else callback(null);
      });
    },
  };
}

function scripted(code: number, detail: string): Error {
  return reply(code, `${String(code).slice(0, 1)}.${detail} scripted`);
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
