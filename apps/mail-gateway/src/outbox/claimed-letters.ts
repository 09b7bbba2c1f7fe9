import { Injectable, Logger } from '@nestjs/common';
import { isWorkingMoment, nextWorkingMoment } from '@app/domain/working-time';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { LetterPreparer, type PreparedLetter } from './letter-preparer';
import { SendingAccounts } from './sending-accounts';
import { Settlements } from './settlements';

/**
 * Makes letters, looks whether it is still the time, then claims them. A letter whose window has closed meanwhile does
 * not leave: it waits until the window opens again.
 */
@Injectable()
export class ClaimedLetters {
  private readonly logger = new Logger(ClaimedLetters.name);

  constructor(
    private readonly outbox: OutboxStore,
    private readonly accounts: SendingAccounts,
    private readonly preparer: LetterPreparer,
    private readonly settlements: Settlements,
    private readonly clock: BusinessClock,
  ) {}

  /** What is returned leaves at once; the others are put back, parked, withheld or lost. */
  async claim(round: readonly OutboxMessage[], account: MailAccount): Promise<PreparedLetter[]> {
    const free = await this.thatMayLeave(round);
    const made = (await Promise.all(free.map((letter) => this.prepare(letter, account)))).flat();
    const prepared = (await Promise.all(made.map((one) => this.parkUnlessOpen(one)))).flat();
    if (prepared.length === 0) return [];
    const { claimed, withheld } = await this.outbox.claim(prepared.map(({ letter }) => letter));
    const now = this.clock.now();
    await Promise.all(withheld.map((letter) => this.settlements.store({ letter, attempt: WITHHELD, now })));
    return claimed.flatMap((letter) => {
      const raw = prepared.find((one) => one.letter._id === letter._id)?.raw;
      return raw ? [{ letter, raw }] : [];
    });
  }

  /** What may not leave any more since it was leased goes back, and waits for its account. */
  private async thatMayLeave(letters: readonly OutboxMessage[]): Promise<OutboxMessage[]> {
    const may = await Promise.all(letters.map((letter) => this.accounts.mayLeave(letter)));
    const held = letters.filter((_, index) => !may[index]);
    await Promise.all(held.map((letter) => this.outbox.release(letter, 0)));
    return letters.filter((_, index) => may[index]);
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
  phase: null,
  said: 'the recipient must not be written to',
  rejectedFor: null,
  retryInMs: 0,
} as const;
