import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A server on 127.0.0.1 that can be ended with all its connections. */
export interface ListeningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Lets the server listen on a port of 127.0.0.1, a free one where none is named. */
export async function listenOnLoopback(server: Server, port = 0): Promise<ListeningServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    // Small answers in two writes would otherwise wait 40 ms each for the peer's acknowledgement.
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}
