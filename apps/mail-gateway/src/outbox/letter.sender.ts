import { Injectable } from '@nestjs/common';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import type { AccountLine } from './account-line';
import { AccountLines } from './account-lines';
import { ClaimedLetters } from './claimed-letters';
import { HandOver } from './hand-over';
import type { PreparedLetter } from './letter-preparer';
import { LineQueue, type WaitingLetter } from './line-queue';
import { SentCopies } from './sent-copies';

/** Takes leased letters to their settlement, of each account as many at a time as it has free connections. */
@Injectable()
export class LetterSender {
  private readonly queues = new WeakMap<AccountLine, LineQueue>();

  constructor(
    private readonly outbox: OutboxStore,
    private readonly lines: AccountLines,
    private readonly claimed: ClaimedLetters,
    private readonly handOver: HandOver,
    private readonly copies: SentCopies,
  ) {}

  /** Names in `tried` the letters that have left, or may have; also when it throws. */
  async send(leased: readonly OutboxMessage[], account: MailAccount, tried: Set<string>): Promise<void> {
    const line = this.lines.of(account);
    const queue = this.queueOf(line);
    const inOrder = [...leased].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    const ended = inOrder.map((letter) => queue.add(letter, tried));
    void this.drain(queue, line, account);
    const failed = (await Promise.allSettled(ended)).find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** One drains at a time, so that letters are claimed together: the next ones while the last are still under way. */
  private async drain(queue: LineQueue, line: AccountLine, account: MailAccount): Promise<void> {
    if (queue.isDraining) return;
    queue.isDraining = true;
    while (queue.size > 0) {
      const connections = await line.take(queue.size);
      const restMs = line.restMs();
      const isOver = restMs > 0 || this.lines.closing;
      const round = isOver ? queue.all() : queue.next(connections);
      if (isOver) {
        line.give(connections);
        await this.release(round, restMs);
      } else {
        void this.sendRound(round, connections, line, account);
      }
    }
    queue.isDraining = false;
  }

  /** Never throws: whoever waits for a letter of the round is told. */
  private async sendRound(
    round: readonly WaitingLetter[],
    connections: number,
    line: AccountLine,
    account: MailAccount,
  ): Promise<void> {
    const letters = round.map(({ letter }) => letter);
    const prepared = await this.claimed.claim(letters, account).catch((error: unknown) => {
      for (const { failed } of round) failed(error);
      return null;
    });
    if (prepared === null) {
      line.give(connections);
      return;
    }
    line.give(connections - prepared.length);
    for (const waiting of round) {
      const one = prepared.find(({ letter }) => letter._id === waiting.letter._id);
      if (one) this.handOverOne(one, waiting, account, line).then(waiting.done, waiting.failed);
      else waiting.done();
    }
  }

  private async handOverOne(
    prepared: PreparedLetter,
    { letter, tried }: WaitingLetter,
    account: MailAccount,
    line: AccountLine,
  ): Promise<void> {
    tried.add(letter._id);
    const outcome = await this.handOver.send(prepared, account, line);
    if (outcome === 'retry') tried.delete(letter._id);
    if (outcome === 'sent') this.copies.keep(prepared, account);
  }

  private async release(round: readonly WaitingLetter[], inMs: number): Promise<void> {
    const released = round.map(({ letter, done, failed }) => this.outbox.release(letter, inMs).then(done, failed));
    await Promise.all(released);
  }

  private queueOf(line: AccountLine): LineQueue {
    const queue = this.queues.get(line) ?? new LineQueue();
    this.queues.set(line, queue);
    return queue;
  }
}
