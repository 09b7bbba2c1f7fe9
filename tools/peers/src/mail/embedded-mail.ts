import { SMTPServer } from 'smtp-server';
import type { AcceptedMail } from './accepted-mail';
import { openImapMailbox, type ImapMailbox, type MailAccount } from './imap-mailbox';
import { listenOnLoopback } from '../system/listening-server';
import { smtpOptions } from './smtp-options';

/** Which accounts the embedded mail server hosts, and who hears of each accepted mail. */
export interface EmbeddedMailRequest {
  readonly accounts: readonly MailAccount[];
  readonly onMail?: (mail: AcceptedMail) => void;
  /** Where to listen, for one account; free ports where none are named. */
  readonly ports?: { readonly smtp: number; readonly imap: number };
}

/** SMTP for all accounts and IMAP for each, in this process, on 127.0.0.1. */
export interface EmbeddedMail {
  readonly smtpPort: number;
  imapPortOf(address: string): number;
  /** Puts a mail from the outside world into a hosted account's INBOX. */
  deliver(to: string, raw: Buffer | string): void;
  /** Puts a mail into a hosted account's folder of sent mail, as a mail client does with what it has sent. */
  keepSent(from: string, raw: Buffer | string): void;
  /** All that SMTP has accepted so far, oldest first. */
  acceptedBySmtp(): readonly AcceptedMail[];
  /** The first accepted mail, already here or still to come, that fits; throws when none comes in time. */
  waitForMail(fits: (mail: AcceptedMail) => boolean, timeoutMs: number): Promise<AcceptedMail>;
  stop(): Promise<void>;
}

/**
 * Starts the mail server. Sending needs the login of a hosted account; mail for a hosted address arrives in its INBOX,
 * mail for anybody else stays in the outside world, where `waitForMail` sees it.
 */
export async function startEmbeddedMail({ accounts, onMail, ports }: EmbeddedMailRequest): Promise<EmbeddedMail> {
  const accepted: AcceptedMail[] = [];
  const watchers = new Set<(mail: AcceptedMail) => void>();
  const mailboxes = new Map<string, ImapMailbox>();
  for (const account of accounts) mailboxes.set(keyOf(account.address), await openImapMailbox(account, ports?.imap));

  const smtp = new SMTPServer(
    smtpOptions(accounts, (mail) => {
      accepted.push(mail);
      mail.to.forEach((recipient) => mailboxes.get(keyOf(recipient))?.deliver(mail.raw));
      [...watchers].forEach((watcher) => {
        watcher(mail);
      });
      onMail?.(mail);
    }),
  );
  smtp.on('error', () => undefined);
  const listening = await listenOnLoopback(smtp.server, ports?.smtp);

  function mailboxOf(address: string): ImapMailbox {
    const mailbox = mailboxes.get(keyOf(address));
    if (mailbox === undefined) throw new Error(`${address} is not hosted here`);
    return mailbox;
  }

  return {
    smtpPort: listening.port,
    imapPortOf: (address) => mailboxOf(address).port,
    deliver(to, raw) {
      mailboxOf(to).deliver(Buffer.from(raw));
    },
    keepSent(from, raw) {
      mailboxOf(from).keepSent(Buffer.from(raw));
    },
    acceptedBySmtp: () => [...accepted],
    waitForMail: (fits, timeoutMs) => firstThatFits(accepted, watchers, fits, timeoutMs),
    async stop() {
      await Promise.all([listening, ...mailboxes.values()].map((server) => server.stop()));
    },
  };
}

function keyOf(address: string): string {
  return address.toLowerCase();
}

function firstThatFits(
  accepted: readonly AcceptedMail[],
  watchers: Set<(mail: AcceptedMail) => void>,
  fits: (mail: AcceptedMail) => boolean,
  timeoutMs: number,
): Promise<AcceptedMail> {
  const present = accepted.find(fits);
  if (present !== undefined) return Promise.resolve(present);

  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      watchers.delete(watcher);
      reject(new Error(`no fitting mail was sent within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    function watcher(mail: AcceptedMail): void {
      if (!fits(mail)) return;
      clearTimeout(timer);
      watchers.delete(watcher);
      resolve(mail);
    }
    watchers.add(watcher);
  });
}
