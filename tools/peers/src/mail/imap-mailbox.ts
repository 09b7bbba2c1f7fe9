import hoodiecrow from 'hoodiecrow-imap';
import { listenOnLoopback } from '../system/listening-server';

/** An account of the embedded mail server: its address is also its login. */
export interface MailAccount {
  readonly address: string;
  readonly password: string;
}

/** The INBOX of one account behind an IMAP port of its own; whoever is in IDLE hears of a delivery at once. */
export interface ImapMailbox {
  readonly port: number;
  deliver(raw: Buffer): void;
  stop(): Promise<void>;
}

/** Opens an empty mailbox. CONDSTORE is not offered, because this server's is broken. */
export async function openImapMailbox(account: MailAccount): Promise<ImapMailbox> {
  const imap = hoodiecrow({
    plugins: ['ID', 'IDLE', 'LITERALPLUS', 'NAMESPACE', 'SPECIAL-USE', 'UIDPLUS', 'UNSELECT'],
    users: { [account.address]: { password: account.password } },
    // A fresh UIDVALIDITY for each start: the UIDs begin again at 1, and a stored cursor must notice.
    storage: { INBOX: { uidvalidity: Math.floor(Date.now() / 1000) }, '': { separator: '/', type: 'personal' } },
  });
  const listening = await listenOnLoopback(imap.server);
  return {
    port: listening.port,
    deliver(raw) {
      imap.appendMessage('INBOX', [], new Date(), raw.toString('latin1'));
    },
    stop: () => listening.stop(),
  };
}
