import type { Server } from 'node:http';

export interface ListenAt {
  readonly port: number;
  /** An IP address of this machine. */
  readonly host: string;
  /** The variable the port stands in. */
  readonly portSetting: string;
}

/** Has a server listen. Throws `PortUnusable` when the port cannot be had. */
export function listen(server: Server, at: ListenAt): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => {
      reject(new PortUnusable(at, cause));
    };
    server.once('error', fail);
    server.listen(at.port, at.host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

/** The port cannot be listened at. */
export class PortUnusable extends Error {
  readonly code = 'PORT_UNUSABLE';
  constructor({ port, host, portSetting }: ListenAt, cause: Error) {
    super(
      `${portSetting} ${port} at HTTP_HOST ${host} cannot be listened at (${cause.message}); ` +
        'give each gateway of this host a free port of its own.',
      { cause },
    );
  }
}
