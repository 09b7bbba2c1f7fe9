import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { botAccountId } from '@app/persistence/telegram/bot.schema';
import { PaceStore, type Limits } from '@app/persistence/telegram/pace.store';
import { TelegramApi } from '../api/telegram-api';
import { Gate } from './gate';
import { LimitedChats } from './limited-chats';
import { RestingChats } from './resting-chats';

/** A chat's turn, so far as this process knows. Whoever has it claims, waits for the moment and sends, or ends it without. */
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
  private readonly resting = new RestingChats();

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
    const inMs = this.untilTurn(chatId);
    if (inMs > 0) end();
    return { inMs, end, moment: () => this.moment(chatId).finally(end) };
  }

  /** Telegram wants nothing more to leave to a chat for so long; said of several at once, it means all. */
  async rest(chatId: string, forMs: number): Promise<void> {
    const isOfAll = this.limited.note(chatId, performance.now()) >= MEANS_ALL;
    await this.paces.rest(this.account, isOfAll ? null : chatId, forMs);
  }

  /** Of what left from here, so that nothing is claimed in vain; what left from elsewhere the moment tells. */
  private untilTurn(chatId: string): number {
    const now = performance.now();
    return Math.ceil(Math.max(this.restsUntil - now, this.resting.leftMs(chatId, now), 0));
  }

  private async moment(chatId: string): Promise<number> {
    const { heldBy, inMs } = await this.paces.take(this.account, chatId, LIMITS);
    const now = performance.now();
    switch (heldBy) {
      case null:
        this.resting.note(chatId, now + inMs + LIMITS.everyOfChatMs, now);
        if (inMs > 0) await pause(inMs);
        return 0;
      case 'chat':
        this.resting.note(chatId, now + inMs, now);
        return inMs;
      case 'all':
        this.restsUntil = now + inMs;
        return inMs;
      default:
        return heldBy satisfies never;
    }
  }

  private get account(): string {
    return botAccountId(this.api.botId);
  }
}

/** Slower than allowed: messages leave evenly, and arrive less so. */
const LIMITS: Limits = { everyMs: 40, everyOfChatMs: 1_100, withinMs: 2_000 };
const CLAIMED_AHEAD = 4;
const MEANS_ALL = 3;
