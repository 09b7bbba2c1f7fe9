import { connect, createServer } from 'node:net';
import { listenOnLoopback } from '../../tools/peers/src/system/listening-server';

/** A line between MongoDB's clients and one server, on which a test lets an answer vanish. */
export interface MongoWire {
  /** Of the line; it leads to that server alone. */
  readonly uri: string;
  /** The next request that holds this word reaches the server; nothing comes back on its connection, which stands. */
  swallowAnswerTo(word: string): void;
  stop(): Promise<void>;
}

/** Opens a line to the server that a replica set of one node is. */
export async function openMongoWire(uri: string): Promise<MongoWire> {
  const { hostname, port } = new URL(uri);
  let word: string | null = null;

  const listening = await listenOnLoopback(
    createServer((client) => {
      const server = connect(Number(port), hostname);
      let isSwallowed = false;
      const end = (): void => {
        client.destroy();
        server.destroy();
      };
      for (const socket of [client, server]) socket.on('error', end).on('close', end);
      client.on('data', (part: Buffer) => {
        if (word !== null && part.includes(word)) {
          word = null;
          isSwallowed = true;
        }
        server.write(part);
      });
      server.on('data', (part: Buffer) => {
        if (!isSwallowed) client.write(part);
      });
    }),
  );
  return {
    uri: `mongodb://127.0.0.1:${String(listening.port)}/?directConnection=true`,
    swallowAnswerTo: (next) => {
      word = next;
    },
    stop: () => listening.stop(),
  };
}
