import { NOT_BEGUN, type OutboxMessage, type OutboxStatus } from '@app/persistence/outbox/outbox.schema';
import type { ApprovedDraft, TurnCommit } from '@app/persistence/turns/turn-commit';

type LetterWrites = Pick<TurnCommit['writes'], 'letters' | 'withdrawn' | 'repeated' | 'cancelLetters' | 'approved'>;

/** The letters of one commit: those it writes, and what it does to stored ones. */
export class DraftedLetters {
  private readonly written = new Map<string, OutboxMessage>();
  private readonly notices: OutboxMessage[] = [];
  private readonly withdrawn = new Set<string>();
  private readonly repeated = new Set<string>();
  private readonly approved = new Map<string, ApprovedDraft>();
  private cancelsAll = false;

  /** Whether a letter was written in this very commit, so that nobody can have begun with it. */
  holds(id: string): boolean {
    return this.written.has(id);
  }

  add(letter: OutboxMessage): void {
    this.written.set(letter._id, letter);
  }

  /** A mail to the operator: it hangs on no thread, and no stop takes it back. */
  notify(notice: OutboxMessage): void {
    this.notices.push(notice);
  }

  withdraw(id: string): void {
    this.approved.delete(id);
    this.repeated.delete(id);
    if (!this.written.delete(id)) this.withdrawn.add(id);
  }

  repeat(id: string): void {
    this.repeated.add(id);
  }

  approve(approved: ApprovedDraft): void {
    this.approved.set(approved.id, approved);
  }

  cancelAll(): void {
    this.written.clear();
    this.approved.clear();
    this.repeated.clear();
    this.cancelsAll = true;
  }

  /** How a stored letter will stand after this commit. */
  statusOf({ _id, status }: Pick<OutboxMessage, '_id' | 'status'>): OutboxStatus {
    if (this.approved.has(_id) || this.repeated.has(_id)) return 'queued';
    const hasNotBegun = NOT_BEGUN.includes(status);
    return this.withdrawn.has(_id) || (this.cancelsAll && hasNotBegun) ? 'cancelled' : status;
  }

  get writes(): LetterWrites {
    return {
      letters: [...this.written.values(), ...this.notices],
      withdrawn: [...this.withdrawn],
      repeated: [...this.repeated],
      cancelLetters: this.cancelsAll,
      approved: [...this.approved.values()],
    };
  }
}
