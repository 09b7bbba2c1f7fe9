declare module 'hoodiecrow-imap' {
  import type { Server, Socket } from 'node:net';

  interface HoodiecrowOptions {
    /** Names of its own plugins, and functions that change the server as a plugin does. */
    readonly plugins: readonly (string | ((server: HoodiecrowServer) => void))[];
    readonly users: Readonly<Record<string, { readonly password: string }>>;
    readonly storage: Readonly<Record<string, HoodiecrowFolder>>;
  }

  interface HoodiecrowFolder {
    readonly uidvalidity?: number;
    readonly separator?: string;
    readonly type?: 'personal';
    readonly folders?: Readonly<Record<string, HoodiecrowFolder>>;
    readonly 'special-use'?: string;
  }

  interface HoodiecrowConnection {
    readonly socket: Socket;
    /** Who takes the next line in place of the parser; IDLE waits for its `DONE` this way. */
    readonly inputHandler?: ((line: string) => void) | false;
  }

  interface HoodiecrowServer {
    readonly server: Server;
    readonly connectionHandlers: ((connection: HoodiecrowConnection) => void)[];
    /** `raw` is a binary string: one character for each byte. */
    appendMessage(mailbox: string, flags: readonly string[], internaldate: Date, raw: string): void;
  }

  namespace hoodiecrow {
    export type { HoodiecrowServer };
  }
  function hoodiecrow(options: HoodiecrowOptions): HoodiecrowServer;
  export = hoodiecrow;
}
