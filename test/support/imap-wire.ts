import { connect, createServer, type Socket } from 'node:net';
import { listenOnLoopback } from '../../tools/peers/src/system/listening-server';

/** What becomes of a command: it reaches the server, is answered with NO in its place, or ends the connection. */
export type Meddling = 'pass' | 'refuse' | 'cut';

export type Decide = (command: string) => Meddling | Promise<Meddling>;

/** A line between IMAP clients and their server, on which a test listens and meddles. */
export interface ImapWire {
  readonly port: number;
  /** Every command the clients have sent so far, without its tag. */
  commands(): readonly string[];
  bytesFromServer(): number;
  connections(): number;
  /** Says what becomes of each command from now on; the clients wait for it. */
  meddle(decide: Decide): void;
  /** Ends every connection. */
  cut(): void;
  /** Nothing passes any more on the connections that stand, and none of them ends; new ones work. */
  swallow(): void;
  stop(): Promise<void>;
}

/** Opens a line to the IMAP server on a port of 127.0.0.1. */
export async function openImapWire(serverPort: number): Promise<ImapWire> {
  const commands: string[] = [];
  const lines = new Set<Line>();
  let bytes = 0;
  let connections = 0;
  let decide: Decide = () => 'pass';

  const listening = await listenOnLoopback(
    createServer((client) => {
      connections += 1;
      const server = connect(serverPort, '127.0.0.1');
      const line: Line = { client, server, isSwallowed: false };
      lines.add(line);
      const end = (): void => {
        lines.delete(line);
        client.destroy();
        server.destroy();
      };
      for (const socket of [client, server]) socket.on('error', end).on('close', end);
      server.on('data', (part: Buffer) => {
        bytes += part.length;
        if (!line.isSwallowed) client.write(part);
      });
      eachLine(client, async (said) => {
        if (line.isSwallowed) return;
        const [tag = '', command = ''] = said.split(/ (.*)/s);
        commands.push(command);
        const meddling = await decide(command);
        if (meddling === 'cut') end();
        else if (meddling === 'refuse') client.write(`${tag} NO [SERVERBUG] not this one\r\n`);
        else server.write(`${said}\r\n`);
      });
    }),
  );

  return {
    port: listening.port,
    commands: () => [...commands],
    bytesFromServer: () => bytes,
    connections: () => connections,
    meddle(how) {
      decide = how;
    },
    cut() {
      for (const { client, server } of lines) [client, server].forEach((socket) => socket.destroy());
    },
    swallow() {
      for (const line of lines) line.isSwallowed = true;
    },
    stop: () => listening.stop(),
  };
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  isSwallowed: boolean;
}

/** One after another. */
function eachLine(socket: Socket, take: (line: string) => Promise<void>): void {
  let taken = Promise.resolve();
  let rest = '';
  socket.on('data', (part: Buffer) => {
    const lines = (rest + part.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) taken = taken.then(() => take(line));
  });
}
