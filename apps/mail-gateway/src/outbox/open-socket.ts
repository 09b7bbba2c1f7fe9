import { connect, type Socket } from 'node:net';

const CONNECT_LIMIT_MS = 10_000;

/**
 * Connects to a server, without Nagle's algorithm: it would keep back the last line of every mail until the server has
 * acknowledged all before it, which a server does 40 ms later.
 */
export function openSocket(
  { host, port }: { readonly host: string; readonly port: number },
  done: (error: Error | null, opened?: { readonly connection: Socket }) => void,
): void {
  const socket = connect({ host, port, noDelay: true, keepAlive: true });
  const tooLate = setTimeout(() => {
    socket.destroy(Object.assign(new Error('Connection timeout'), { code: 'ETIMEDOUT' }));
  }, CONNECT_LIMIT_MS);
  const failed = (error: Error): void => {
    clearTimeout(tooLate);
    done(error);
  };
  socket.once('error', failed);
  socket.once('connect', () => {
    clearTimeout(tooLate);
    socket.off('error', failed);
    done(null, { connection: socket });
  });
}
