import { Injectable, Logger } from '@nestjs/common';
import { isWorkingMoment, nextWorkingMoment } from '@app/domain/working-time';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { normalise } from '@app/persistence/recipients/recipient-keys';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import type { AccountLine } from './account-line';
import { AccountLines } from './account-lines';
import { HandOver } from './hand-over';
import { LetterPreparer, type PreparedLetter } from './letter-preparer';

/**
 * Takes the leased letters of one account to their settlement, as many at a time as it has free connections. A letter
 * whose window has closed meanwhile does not leave: it waits until the window opens again.
 */
@Injectable()
export class LetterSender {
  private readonly logger = new Logger(LetterSender.name);

  constructor(
    private readonly outbox: OutboxStore,
    private readonly lines: AccountLines,
    private readonly preparer: LetterPreparer,
    private readonly handOver: HandOver,
    private readonly clock: BusinessClock,
  ) {}

  /** Names in `tried` the letters that have left, or may have; also when it throws. */
  async send(leased: readonly OutboxMessage[], account: MailAccount, tried: Set<string>): Promise<void> {
    const line = this.lines.of(account);
    let left = [...leased].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    while (left.length > 0) {
      const connections = await line.take(left.length);
      const restMs = line.restMs();
      if (restMs > 0 || this.lines.closing) {
        line.give(connections);
        await Promise.all(left.map((letter) => this.outbox.release(letter, restMs)));
        return;
      }
      const round = oneForEachRecipient(left).slice(0, connections);
      left = left.filter((letter) => !round.includes(letter));
      const claimed = await this.claim(round, account).catch((error: unknown) => {
        line.give(connections);
        throw error;
      });
      line.give(connections - claimed.length);
      await Promise.all(claimed.map((prepared) => this.handOverOne(prepared, account, line, tried)));
    }
  }

  private async handOverOne(
    prepared: PreparedLetter,
    account: MailAccount,
    line: AccountLine,
    tried: Set<string>,
  ): Promise<void> {
    tried.add(prepared.letter._id);
    const outcome = await this.handOver.send(prepared, account, line);
    if (outcome === 'retry') tried.delete(prepared.letter._id);
  }

  /** Prepares, looks whether it is still the time, then claims: what is returned leaves at once. */
  private async claim(round: readonly OutboxMessage[], account: MailAccount): Promise<PreparedLetter[]> {
    const made = (await Promise.all(round.map((letter) => this.prepare(letter, account)))).flat();
    const prepared = (await Promise.all(made.map((one) => this.parkUnlessOpen(one)))).flat();
    if (prepared.length === 0) return [];
    const { claimed, withheld } = await this.outbox.claim(prepared.map(({ letter }) => letter));
    await Promise.all(withheld.map((letter) => this.outbox.settle(letter, WITHHELD, this.clock.now())));
    return claimed.flatMap((letter) => {
      const raw = prepared.find((one) => one.letter._id === letter._id)?.raw;
      return raw ? [{ letter, raw }] : [];
    });
  }

  private async parkUnlessOpen(prepared: PreparedLetter): Promise<PreparedLetter[]> {
    const { letter } = prepared;
    const now = this.clock.now();
    if (letter.window === null || isWorkingMoment(now, letter.window)) return [prepared];
    await this.outbox.park(letter, nextWorkingMoment(now, letter.window));
    return [];
  }

  /** What cannot be made waits for the operator, and holds up no other. */
  private async prepare(letter: OutboxMessage, account: MailAccount): Promise<PreparedLetter[]> {
    try {
      return [await this.preparer.prepare(letter, account)];
    } catch (error) {
      this.logger.warn(`A letter cannot be made yet: ${error instanceof Error ? error.message : String(error)}`);
      await this.outbox.release(letter, UNPREPARED_AGAIN_MS);
      return [];
    }
  }
}

const UNPREPARED_AGAIN_MS = 60_000;

const WITHHELD = {
  outcome: 'withheld',
  code: null,
  said: 'the recipient must not be written to',
  rejectedFor: null,
  retryInMs: 0,
} as const;

/** The oldest letter for each recipient: a claim decides about a recipient once. */
function oneForEachRecipient(letters: readonly OutboxMessage[]): OutboxMessage[] {
  const recipients = new Set<string>();
  return letters.filter(({ to }) => {
    const recipient = normalise(to);
    if (recipients.has(recipient)) return false;
    recipients.add(recipient);
    return true;
  });
}
