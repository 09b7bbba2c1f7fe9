import type { Server } from 'node:http';

/** What a port and its host are called in the settings. */
export interface ListeningSettings {
  readonly port: string;
  readonly host: string;
}

/** Resolves once the server listens. Throws `PortUnusable` when the port cannot be had. */
export function listen(server: Server, port: number, host: string, named: ListeningSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      reject(new PortUnusable(port, host, named, cause));
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/** A port that the settings name cannot be listened at. */
export class PortUnusable extends Error {
  readonly code = 'PORT_UNUSABLE';
  constructor(port: number, host: string, named: ListeningSettings, cause: Error) {
    super(
      `${named.port} ${port} at ${named.host} ${host} cannot be listened at (${cause.message}); ` +
        'give each service of this host a free port of its own.',
      { cause },
    );
  }
}
