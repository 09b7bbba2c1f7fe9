import hoodiecrow from 'hoodiecrow-imap';
import { listenOnLoopback } from '../system/listening-server';

/** An account of the embedded mail server: its address is also its login. */
export interface MailAccount {
  readonly address: string;
  readonly password: string;
}

/** The folders of one account behind an IMAP port of its own; whoever is in IDLE hears of a new mail at once. */
export interface ImapMailbox {
  readonly port: number;
  /** Puts a mail into the INBOX. */
  deliver(raw: Buffer): void;
  /** Puts a mail into the folder of sent mail. */
  keepSent(raw: Buffer): void;
  stop(): Promise<void>;
}

/** Opens a mailbox with an empty INBOX and an empty `Sent` (RFC 6154). CONDSTORE is not offered, because this server's is broken. */
export async function openImapMailbox(account: MailAccount, port = 0): Promise<ImapMailbox> {
  // Fresh for each start: the UIDs begin again at 1, and a stored cursor must notice.
  const uidvalidity = Math.floor(Date.now() / 1000);
  const imap = hoodiecrow({
    plugins: ['ID', 'IDLE', 'LITERALPLUS', 'NAMESPACE', 'SPECIAL-USE', 'UIDPLUS', 'UNSELECT', endIdleWithConnection],
    users: { [account.address]: { password: account.password } },
    storage: {
      INBOX: { uidvalidity },
      '': { separator: '/', type: 'personal', folders: { [SENT]: { uidvalidity, 'special-use': '\\Sent' } } },
    },
  });
  const listening = await listenOnLoopback(imap.server, port);
  const append = (folder: string, raw: Buffer): void => {
    imap.appendMessage(folder, [], new Date(), raw.toString('latin1'));
  };
  return {
    port: listening.port,
    deliver(raw) {
      append('INBOX', raw);
    },
    keepSent(raw) {
      append(SENT, raw);
    },
    stop: () => listening.stop(),
  };
}

/** Its IDLE ends by a timer of half an hour even where the client is gone, and that would keep the process awake. */
function endIdleWithConnection({ connectionHandlers }: hoodiecrow.HoodiecrowServer): void {
  connectionHandlers.push((connection) => {
    connection.socket.once('close', () => {
      if (connection.inputHandler) connection.inputHandler('DONE');
    });
  });
}

const SENT = 'Sent';
