import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { botAccountId } from '@app/persistence/telegram/bot.schema';
import { PaceStore } from '@app/persistence/telegram/pace.store';
import { TelegramApi } from '../api/telegram-api';
import { Gate } from './gate';
import { LimitedChats } from './limited-chats';

/** A chat's turn. Whoever has it claims, waits for the moment and sends, or ends it without. */
export interface ChatTurn {
  /** 0 when it is the chat's turn; else how many milliseconds later it may be asked for again. */
  readonly inMs: number;
  /** Resolves with 0 when a message may leave, at once; else with how many milliseconds later, and nothing may. */
  moment(): Promise<number>;
  end(): void;
}

/**
 * Keeps to Telegram's limits, 30 messages a second over all and one a second to each chat, together with every other
 * instance. The moment is given out after the claim, so that whatever the database takes does not make messages leave in
 * a bunch; a few are claimed ahead, and wait for it only a fraction of a second.
 */
@Injectable()
export class SendingPace {
  private readonly ahead = new Gate(CLAIMED_AHEAD);
  private readonly limited = new LimitedChats();
  /** Of this process's own clock: all rest until then. */
  private restsUntil = 0;

  constructor(
    private readonly paces: PaceStore,
    private readonly api: TelegramApi,
  ) {}

  async turn(chatId: string): Promise<ChatTurn> {
    await this.ahead.enter();
    let isIn = true;
    const end = (): void => {
      if (isIn) this.ahead.leave();
      isIn = false;
    };
    try {
      const inMs = await this.untilTurn(chatId);
      if (inMs > 0) end();
      return { inMs, end, moment: () => this.moment().finally(end) };
    } catch (error) {
      end();
      throw error;
    }
  }

  /** Telegram wants nothing more to leave to a chat for so long; said of several at once, it means all. */
  async rest(chatId: string, forMs: number): Promise<void> {
    const isOfAll = this.limited.note(chatId, performance.now()) >= MEANS_ALL;
    await this.paces.rest(isOfAll ? this.overAll : this.of(chatId), forMs);
  }

  private async untilTurn(chatId: string): Promise<number> {
    const restMs = Math.ceil(this.restsUntil - performance.now());
    if (restMs > 0) return restMs;
    const { isTaken, inMs } = await this.paces.take(this.of(chatId), EVERY_OF_CHAT_MS, 0);
    return isTaken ? 0 : inMs;
  }

  private async moment(): Promise<number> {
    const { isTaken, inMs } = await this.paces.take(this.overAll, EVERY_MS, SOON_MS);
    if (!isTaken) {
      this.restsUntil = performance.now() + inMs;
      return inMs;
    }
    if (inMs > 0) await pause(inMs);
    return 0;
  }

  private get overAll(): string {
    return botAccountId(this.api.botId);
  }

  private of(chatId: string): string {
    return `${this.overAll}:${chatId}`;
  }
}

/** Slower than allowed: messages leave evenly, and arrive less so. */
const EVERY_MS = 40;
const EVERY_OF_CHAT_MS = 1_100;
const SOON_MS = 2_000;
const CLAIMED_AHEAD = 4;
const MEANS_ALL = 3;
