declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface HoodiecrowOptions {
    readonly plugins: readonly string[];
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

  interface HoodiecrowServer {
    readonly server: Server;
    /** `raw` is a binary string: one character for each byte. */
    appendMessage(mailbox: string, flags: readonly string[], internaldate: Date, raw: string): void;
  }

  function hoodiecrow(options: HoodiecrowOptions): HoodiecrowServer;
  export = hoodiecrow;
}
