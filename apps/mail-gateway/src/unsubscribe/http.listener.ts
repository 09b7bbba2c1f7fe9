import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Settings } from '@app/runtime/config/settings';

const MOST_CONNECTIONS = 200;
/** For one request and its answer. A client that dribbles its request holds nothing for longer. */
const CONNECTION_AT_MOST_MS = 10_000;

/**
 * Listens at HTTP_PORT, where the settings name one, before the gateway's work begins. Nest stops it: once the mailboxes
 * are let go nothing new is taken, and what is being answered is answered before the database is closed.
 */
@Injectable()
export class HttpListener implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly settings: Settings,
  ) {}

  /** Throws `PortUnusable` when the port cannot be had: a gateway that does not start has claimed nothing. */
  async onModuleInit(): Promise<void> {
    const { httpPort, httpHost } = this.settings;
    if (httpPort === undefined) return;
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    limit(server);
    await listen(server, httpPort, httpHost);
  }
}

/** The port of the pages cannot be listened at. */
export class PortUnusable extends Error {
  readonly code = 'PORT_UNUSABLE';
  constructor(port: number, host: string, cause: Error) {
    super(
      `HTTP_PORT ${port} at HTTP_HOST ${host} cannot be listened at (${cause.message}); ` +
        'give each gateway of this host a free port of its own.',
      { cause },
    );
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      reject(new PortUnusable(port, host, cause));
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function limit(server: Server): void {
  server.maxConnections = MOST_CONNECTIONS;
  server.maxRequestsPerSocket = 1;
  server.on('connection', (socket: Socket) => {
    const cut = setTimeout(() => socket.destroy(), CONNECTION_AT_MOST_MS);
    socket.once('close', () => {
      clearTimeout(cut);
    });
  });
}
