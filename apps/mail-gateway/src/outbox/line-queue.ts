import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { normalise } from '@app/persistence/recipients/recipient-keys';

/** A leased letter that waits for a connection of its account. */
export interface WaitingLetter {
  readonly letter: OutboxMessage;
  readonly recipient: string;
  /** Where it is named once it has left, or may have. */
  readonly tried: Set<string>;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** The leased letters of one account, first come first served. */
export class LineQueue {
  isDraining = false;
  private waiting: WaitingLetter[] = [];

  get size(): number {
    return this.waiting.length;
  }

  /** Resolves when the letter is settled or put back; rejects at once for one that names no recipient. */
  add(letter: OutboxMessage, tried: Set<string>): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ letter, recipient: normalise(letter.recipient), tried, done, failed });
    });
  }

  /** The next `count` letters, one for each recipient: a claim decides about a recipient once. */
  next(count: number): readonly WaitingLetter[] {
    const recipients = new Set<string>();
    const round: WaitingLetter[] = [];
    for (const waiting of this.waiting) {
      if (round.length === count) break;
      if (!recipients.has(waiting.recipient)) round.push(waiting);
      recipients.add(waiting.recipient);
    }
    this.waiting = this.waiting.filter((one) => !round.includes(one));
    return round;
  }

  /** Takes all of them. */
  all(): readonly WaitingLetter[] {
    const all = this.waiting;
    this.waiting = [];
    return all;
  }
}
