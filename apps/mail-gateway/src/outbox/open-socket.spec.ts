import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { openSocket } from './open-socket';

describe('the connection a letter leaves by', () => {
  let server: Server;

  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    server.close();
  });

  it('is open when the letter gets it', async () => {
    const accepted = once(server, 'connection');
    const opened = await open(portOf(server));
    await accepted;

    expect(opened.readyState).toBe('open');
    opened.destroy();
  });

  it('fails where no server listens', async () => {
    const port = portOf(server);
    server.close();
    await once(server, 'close');

    await expect(open(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    openSocket({ host: '127.0.0.1', port }, (error, opened) => {
      if (opened) resolve(opened.connection);
      else reject(error ?? new Error('neither opened nor failed'));
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
