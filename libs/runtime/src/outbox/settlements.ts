import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import type { Settlement } from '@app/persistence/outbox/settle';

/** Stores how attempts ended: one at once, and together those that come while the last ones are being stored. */
@Injectable()
export class Settlements {
  private waiting: Waiting[] = [];
  private isStoring = false;

  constructor(private readonly outbox: OutboxStore) {}

  /** Resolves when it is stored; throws only when that could not be done for minutes. */
  store(settlement: Settlement): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ settlement, done, failed });
      if (!this.isStoring) void this.storeAll();
    });
  }

  private async storeAll(): Promise<void> {
    this.isStoring = true;
    while (this.waiting.length > 0) {
      const together = this.waiting.splice(0, MOST_TOGETHER);
      try {
        await this.persist(() => this.outbox.settleAll(together.map(({ settlement }) => settlement)));
        for (const { done } of together) done();
      } catch (error) {
        for (const { failed } of together) failed(error);
      }
      // Of a backlog: a moment's wait makes one write of many.
      if (together.length > 1) await pause(GATHER_MS);
    }
    this.isStoring = false;
  }

  /** What a server answered must not be lost to a database that is away for a moment; throws when it is for minutes. */
  async persist<T>(write: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await write();
      } catch (error) {
        if (failures === MOST_FAILURES) throw error;
        await pause(AGAIN_MS);
      }
    }
  }
}

interface Waiting {
  readonly settlement: Settlement;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const MOST_TOGETHER = 100;
const GATHER_MS = 10;
const AGAIN_MS = 1_000;
const MOST_FAILURES = 120;
