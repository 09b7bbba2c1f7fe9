import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { isWorkingMoment, nextWorkingMoment } from '@app/domain/working-time';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { errorWords } from '@app/runtime/error-words';
import { UNPREPARED_AGAIN_MS } from '@app/runtime/outbox/attempts';
import { ClaimedMessage } from './claimed-message';
import { PartPreparer, type PreparedPart } from './part-preparer';
import { SendingPace } from './sending-pace';

/** Takes a leased letter to its settlement, message by message, each in its turn and claimed by itself. */
@Injectable()
export class MessageSender implements OnModuleDestroy {
  private readonly logger = new Logger(MessageSender.name);
  private isClosing = false;

  constructor(
    private readonly outbox: OutboxStore,
    private readonly pace: SendingPace,
    private readonly preparer: PartPreparer,
    private readonly claimed: ClaimedMessage,
    private readonly clock: BusinessClock,
  ) {}

  onModuleDestroy(): void {
    this.isClosing = true;
  }

  async send(letter: OutboxMessage): Promise<void> {
    let left: OutboxMessage | null = letter;
    while (left !== null) left = await this.step(left);
  }

  /** One message, or a moment's wait for its turn. What is left of the letter, leased; null when it is out of our hands. */
  private async step(letter: OutboxMessage): Promise<OutboxMessage | null> {
    if (this.isClosing) return this.putBack(letter, 0);
    if (!this.isOpen(letter)) return this.park(letter);
    const part = await this.prepare(letter);
    if (part === null) return null;
    const turn = await this.pace.turn(letter.to);
    if (turn.inMs > LONGEST_WAIT_MS) return this.putBack(letter, turn.inMs);
    if (turn.inMs > 0) {
      await pause(turn.inMs);
      return letter;
    }
    try {
      return await this.claimed.send(letter, part, turn);
    } finally {
      turn.end();
    }
  }

  /** What was begun is finished: half an answer in the evening is worse than all of it. */
  private isOpen({ window, parts }: OutboxMessage): boolean {
    return window === null || parts.length > 0 || isWorkingMoment(this.clock.now(), window);
  }

  private async park(letter: OutboxMessage): Promise<null> {
    if (letter.window) await this.outbox.park(letter, nextWorkingMoment(this.clock.now(), letter.window));
    return null;
  }

  /** What cannot be made waits for the operator, and holds up no other. */
  private async prepare(letter: OutboxMessage): Promise<PreparedPart | null> {
    try {
      return await this.preparer.next(letter);
    } catch (error) {
      this.logger.warn(`A message cannot be made yet: ${errorWords(error)}`);
      await this.outbox.release(letter, UNPREPARED_AGAIN_MS, errorWords(error));
      return null;
    }
  }

  private async putBack(letter: OutboxMessage, inMs: number): Promise<null> {
    await this.outbox.release(letter, inMs);
    return null;
  }
}

/** A small part of what a lease lasts. */
const LONGEST_WAIT_MS = 3_000;
