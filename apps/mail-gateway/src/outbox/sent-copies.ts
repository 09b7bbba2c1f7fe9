import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { errorWords } from '@app/runtime/error-words';
import type { PreparedLetter } from './letter-preparer';
import { SentFolders } from './sent-folders';

/**
 * Puts a copy of what was sent into the account's folder of sent mail, unless its provider does that. No letter waits
 * for it: the copies of a backlog are made when the last of it has left. One that cannot be made is given up and said;
 * a gateway that is killed loses those it has not made.
 */
@Injectable()
export class SentCopies implements OnApplicationShutdown {
  private readonly logger = new Logger(SentCopies.name);
  private readonly waiting = new Map<string, Copies>();
  private bytes = 0;
  private isStopping = false;

  constructor(private readonly folders: SentFolders) {}

  keep({ raw }: PreparedLetter, account: MailAccount): void {
    if (account.keepsSent) return;
    const copies = this.waiting.get(account._id) ?? new Copies();
    this.waiting.set(account._id, copies);
    if (this.bytes + raw.byteLength > MOST_BYTES) {
      this.giveUp(account, 1, 'its server takes copies more slowly than letters leave');
      return;
    }
    this.bytes += raw.byteLength;
    copies.add(raw, () => this.makeAll(copies, account));
  }

  /** Makes what it can in a few seconds. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    const made = Promise.all([...this.waiting.values()].map((copies) => copies.makeNow()));
    await Promise.race([made, pause(LAST_MS, undefined, { ref: false })]);
    this.folders.close();
  }

  private async makeAll(copies: Copies, account: MailAccount): Promise<void> {
    for (let raw = copies.next(); raw !== undefined; raw = copies.next()) {
      this.bytes -= raw.byteLength;
      const problem = await this.make(raw, account);
      if (problem === undefined) continue;
      const others = copies.dropAll();
      for (const other of others) this.bytes -= other.byteLength;
      this.giveUp(account, 1 + others.length, problem);
    }
  }

  /** Why it could not be made; undefined when it was. */
  private async make(raw: Buffer, account: MailAccount): Promise<string | undefined> {
    let problem = '';
    for (const afterMs of TRIES_AFTER_MS) {
      if (this.isStopping && problem !== '') break;
      await pause(afterMs);
      try {
        await this.folders.of(account).append(raw);
        return undefined;
      } catch (error) {
        problem = errorWords(error);
      }
    }
    return problem;
  }

  private giveUp({ address }: MailAccount, count: number, problem: string): void {
    this.logger.warn(`Of ${String(count)} sent by ${address} there is no copy in its folder of sent mail: ${problem}`);
  }
}

const MOST_BYTES = 64 * 1024 * 1024;
const TRIES_AFTER_MS = [0, 1_000, 10_000] as const;
const LAST_MS = 5_000;

/** What waits of one account. */
class Copies {
  private waiting: Buffer[] = [];
  private timer: NodeJS.Timeout | undefined;
  private firstAt = 0;
  private making: Promise<void> | undefined;
  private make: () => Promise<void> = () => Promise.resolve();

  add(raw: Buffer, make: () => Promise<void>): void {
    if (this.waiting.length === 0) this.firstAt = performance.now();
    this.waiting.push(raw);
    this.make = make;
    clearTimeout(this.timer);
    const latestInMs = Math.max(0, this.firstAt + LATEST_MS - performance.now());
    this.timer = setTimeout(() => void this.makeNow(), Math.min(QUIET_MS, latestInMs));
  }

  next(): Buffer | undefined {
    return this.waiting.shift();
  }

  dropAll(): readonly Buffer[] {
    return this.waiting.splice(0);
  }

  /** One maker at a time; it takes what comes meanwhile too. */
  makeNow(): Promise<void> {
    clearTimeout(this.timer);
    this.making ??= this.make().finally(() => {
      this.making = undefined;
    });
    return this.making;
  }
}

const QUIET_MS = 500;
const LATEST_MS = 30_000;
