import { Injectable, Logger } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { MailCredentials } from '@app/runtime/mail/mail-credentials';
import { FolderCursors, sentCursorOf } from './folder-cursors';
import { followFolder } from './follow-folder';
import { logIn } from './log-in';
import { reconnectAfter } from './reconnect-after';
import { SentIntake } from './sent-intake';
import { whatWentWrong } from './what-went-wrong';

/** Where the server allows no second connection, it is not asked for one every minute. */
const LONGEST_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 15 * 60_000;

/** Follows the folder of sent mail beside the INBOX, over a connection of its own; the INBOX never waits for it. */
@Injectable()
export class SentReader {
  private readonly logger = new Logger(SentReader.name);

  constructor(
    private readonly folders: FolderCursors,
    private readonly intake: SentIntake,
    private readonly credentials: MailCredentials,
  ) {}

  /** Returns when the signal aborts, and lets the folder go. Never throws: without it the account works on. */
  async read(account: MailAccount, signal: AbortSignal): Promise<void> {
    let failures = 0;
    let isSaid = false;
    const onReading = (): void => {
      failures = 0;
      isSaid = false;
    };
    while (!signal.aborted) {
      try {
        const ended = await this.session(account, signal, onReading);
        await this.pause(
          ended === 'no-such-folder' ? LOOK_AGAIN_MS : reconnectAfter(++failures, Math.random()),
          signal,
        );
      } catch (error) {
        if (!isSaid) this.sayWhy(account, error, signal);
        isSaid = true;
        await this.pause(reconnectAfter(++failures, Math.random(), LONGEST_MS), signal);
      }
    }
    // Should it fail, the next holder takes it when our heartbeat is missed.
    await this.folders.release(sentCursorOf(account._id)).catch(() => undefined);
  }

  /** One connection. Throws when it ends or cannot be had. */
  private async session(
    account: MailAccount,
    signal: AbortSignal,
    onReading: () => void,
  ): Promise<'held-elsewhere' | 'no-such-folder'> {
    const from = await this.folders.hold(sentCursorOf(account._id));
    if (from === null) return 'held-elsewhere';
    const client = await logIn(account, this.credentials.of(account), signal);
    try {
      const path = await sentFolder(client);
      if (path === undefined) return 'no-such-folder';
      let position = from;
      await followFolder(client, path, async () => {
        const next = await this.intake.readNew(client, account._id, position);
        if (next === null) return 'lost';
        position = next;
        onReading();
        return 'read';
      });
      return 'held-elsewhere';
    } finally {
      client.close();
    }
  }

  private sayWhy({ address }: MailAccount, error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.logger.warn(
      `The sent mail of ${address} cannot be followed now, so the agent does not notice what a person writes from ` +
        `there by hand: ${whatWentWrong(error)}`,
    );
  }

  private async pause(ms: number, signal: AbortSignal): Promise<void> {
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** As the server marks it (RFC 6154), else by the names that mail clients give it, in many languages. */
export async function sentFolder(client: ImapFlow): Promise<string | undefined> {
  const folders = await client.list();
  return folders.find(({ specialUse }) => specialUse === '\\Sent')?.path;
}
