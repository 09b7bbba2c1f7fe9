import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Settings } from '@app/runtime/config/settings';
import { listen } from '@app/runtime/http/listen';

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
    await listen(server, httpPort, httpHost, { port: 'HTTP_PORT', host: 'HTTP_HOST' });
  }
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
