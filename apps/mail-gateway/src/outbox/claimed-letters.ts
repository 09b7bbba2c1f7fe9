import { setImmediate as afterWhatWaits } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { isWorkingMoment, nextWorkingMoment } from '@app/domain/working-time';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { errorWords } from '@app/runtime/error-words';
import { LetterPreparer, type PreparedLetter } from './letter-preparer';
import { SendingAccounts } from './sending-accounts';
import { UNPREPARED_AGAIN_MS, WITHHELD } from '@app/runtime/outbox/attempts';
import { Settlements } from '@app/runtime/outbox/settlements';

/**
 * Looks whether it is still the time, makes letters and claims them, both at once. A letter whose window has closed
 * meanwhile does not leave: it waits until the window opens again.
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
    const open = (await Promise.all(free.map((letter) => this.parkUnlessOpen(letter)))).flat();
    if (open.length === 0) return [];
    let making: Promise<Made> | undefined;
    const make = (): Promise<Made> => (making ??= this.makeAll(open, account));
    const { claimed, withheld } = await this.outbox.claim(open, async () => idsOf((await make()).prepared));
    const { prepared: made, unmade } = await make();
    const now = this.clock.now();
    await Promise.all(withheld.map((letter) => this.settlements.store({ letter, attempt: WITHHELD, now })));
    await this.giveBack(unmade);
    return claimed.flatMap((letter) => {
      const raw = made.find((one) => one.letter._id === letter._id)?.raw;
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

  private async parkUnlessOpen(letter: OutboxMessage): Promise<OutboxMessage[]> {
    const now = this.clock.now();
    if (letter.window === null || isWorkingMoment(now, letter.window)) return [letter];
    await this.outbox.park(letter, nextWorkingMoment(now, letter.window));
    return [];
  }

  private async makeAll(letters: readonly OutboxMessage[], account: MailAccount): Promise<Made> {
    // The claim's first question is on its way to the database before this takes the processor.
    await afterWhatWaits();
    const made = await Promise.all(letters.map((letter) => this.prepare(letter, account)));
    return {
      prepared: made.flatMap((one) => ('raw' in one ? [one] : [])),
      unmade: made.flatMap((one) => ('raw' in one ? [] : [one])),
    };
  }

  private async prepare(letter: OutboxMessage, account: MailAccount): Promise<PreparedLetter | UnmadeLetter> {
    try {
      return await this.preparer.prepare(letter, account);
    } catch (error) {
      this.logger.warn(`A letter cannot be made yet: ${errorWords(error)}`);
      return { letter, because: errorWords(error) };
    }
  }

  /** What cannot be made waits for the operator, and holds up no other. */
  private async giveBack(unmade: readonly UnmadeLetter[]): Promise<void> {
    await Promise.all(unmade.map(({ letter, because }) => this.outbox.release(letter, UNPREPARED_AGAIN_MS, because)));
  }
}

interface UnmadeLetter {
  readonly letter: OutboxMessage;
  readonly because: string;
}

interface Made {
  readonly prepared: readonly PreparedLetter[];
  readonly unmade: readonly UnmadeLetter[];
}

function idsOf(made: readonly PreparedLetter[]): ReadonlySet<string> {
  return new Set(made.map(({ letter }) => letter._id));
}
