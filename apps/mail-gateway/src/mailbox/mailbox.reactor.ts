import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { CursorStore } from '@app/persistence/accounts/cursor.store';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import { loginOf } from '@app/runtime/mail/login-of';
import { Membership } from '@app/runtime/instance/membership';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { UsableAccounts } from '../usable-accounts';
import { FolderCursors } from './folder-cursors';
import { MailboxReader } from './mailbox-reader';

interface Reading {
  /** How the account logged in when its reader started. */
  readonly as: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** Has each mailbox read by one instance: the first to take it, until it stops or dies. */
@Injectable()
export class MailboxReactor implements Reactor, BeforeApplicationShutdown {
  readonly name = 'mailbox';
  readonly batch = 1;
  readonly concurrency = 8;
  private readonly readings = new Map<string, Reading>();
  private stopping = false;

  constructor(
    private readonly accounts: UsableAccounts,
    private readonly cursors: CursorStore,
    private readonly folders: FolderCursors,
    private readonly reader: MailboxReader,
    private readonly membership: Membership,
  ) {}

  keyOf({ collection, id }: Change): string | undefined {
    return collection === COLLECTIONS.mailAccounts ? id : undefined;
  }

  /** The mailboxes nobody reads: this instance does not, and their holder is not alive. */
  async *waiting(): AsyncIterable<string> {
    const holders = await this.cursors.holders();
    for (const { _id } of await this.accounts.all()) {
      if (!this.readings.has(_id) && !this.isAlive(holders.get(_id))) yield _id;
    }
  }

  async react([id]: readonly string[]): Promise<Reaction> {
    if (id === undefined || this.stopping) return NOTHING_LEFT;
    const account = await this.accounts.find(id);
    const standing = this.readings.get(id);
    if (account && standing?.as === loginOf(account)) return NOTHING_LEFT;

    await this.stop(id);
    if (!account) return NOTHING_LEFT;
    if ((await this.folders.hold(id)) === null) return this.heldElsewhere(id);
    this.start(account);
    return NOTHING_LEFT;
  }

  /** Before the heartbeat ends, so that whoever learns of that finds the mailboxes free. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.readings.keys()].map((id) => this.stop(id)));
  }

  private start(account: MailAccount): void {
    const stop = new AbortController();
    const ended = this.reader.read(account, stop.signal).finally(() => {
      if (this.readings.get(account._id)?.stop === stop) this.readings.delete(account._id);
    });
    this.readings.set(account._id, { as: loginOf(account), stop, ended });
  }

  private async stop(id: string): Promise<void> {
    const reading = this.readings.get(id);
    if (!reading) return;
    reading.stop.abort();
    await reading.ended;
    // Should it fail, the next holder takes it when our heartbeat is missed.
    await this.folders.release(id).catch(() => undefined);
  }

  /** The server's clock may call a holder alive for a moment longer than we do. */
  private async heldElsewhere(id: string): Promise<Reaction> {
    const holder = (await this.cursors.holders()).get(id);
    return this.isAlive(holder) ? NOTHING_LEFT : { again: [{ key: id, inMs: HELD_AGAIN_MS }] };
  }

  private isAlive(holder: string | null | undefined): boolean {
    return typeof holder === 'string' && this.membership.alive().includes(holder);
  }
}

const HELD_AGAIN_MS = 1_000;
