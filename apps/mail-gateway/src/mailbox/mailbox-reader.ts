import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import { FolderCursors, type Position } from './folder-cursors';
import { followFolder } from './follow-folder';
import { logIn } from './log-in';
import { MailIntake, readAgain, whereToReadOn } from './mail-intake';
import { reconnectAfter } from './reconnect-after';
import { SentReader } from './sent-reader';
import { whatWentWrong } from './what-went-wrong';

/** Reads one mailbox for as long as this instance holds it, whatever happens to the connection. */
@Injectable()
export class MailboxReader {
  private readonly logger = new Logger(MailboxReader.name);

  constructor(
    private readonly folders: FolderCursors,
    private readonly intake: MailIntake,
    private readonly sent: SentReader,
    private readonly credentials: MailCredentials,
    private readonly accounts: AccountStore,
  ) {}

  /** Returns when the signal aborts or another instance holds the mailbox; the hold itself is left as it is. */
  async read(account: MailAccount, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    let besides: Promise<void> | undefined;
    let failures = 0;
    const onReading = (): void => {
      if (failures > 0) this.logger.log(`${account.address} is read again.`);
      failures = 0;
      besides ??= this.sent.read(account, AbortSignal.any([signal, over.signal]));
    };
    while (!signal.aborted) {
      try {
        const from = await this.folders.hold(account._id);
        if (from !== null) await this.session(account, from, signal, onReading);
        break;
      } catch (error) {
        failures += 1;
        await this.pauseAfter(error, failures, account, signal);
      }
    }
    over.abort();
    await besides;
  }

  private async pauseAfter(error: unknown, failures: number, account: MailAccount, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (failures === 1) this.logger.warn(`${account.address} cannot be read now: ${whatWentWrong(error)}`);
    await sleep(reconnectAfter(failures, Math.random()), undefined, { signal }).catch(() => undefined);
  }

  /** One connection. Returns when the mailbox is another instance's by now; throws when the connection ends. */
  private async session(
    account: MailAccount,
    from: Position,
    signal: AbortSignal,
    onReading: () => void,
  ): Promise<void> {
    const client = await logIn(account, this.credentials.of(account), signal);
    try {
      let position: Position | undefined;
      let since = sinceWhen(account);
      await followFolder(client, 'INBOX', async () => {
        position ??= since ? readAgain(from) : whereToReadOn(client, from);
        const next = await this.intake.readNew(client, account._id, position, since);
        if (next === null) return 'lost';
        position = next;
        if (since) await this.accounts.noteReadAgain(account._id, since);
        since = undefined;
        onReading();
        return 'read';
      });
    } finally {
      client.close();
    }
  }
}

/** From when on a mailbox has still to be read again, after a restore from a backup. */
function sinceWhen({ recovery }: MailAccount): Date | undefined {
  return recovery?.isRead === false ? (recovery.readAgainSince ?? undefined) : undefined;
}
