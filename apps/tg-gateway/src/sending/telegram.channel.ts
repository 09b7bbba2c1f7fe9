import { Injectable, Logger } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { botAccountId } from '@app/persistence/telegram/bot.schema';
import { errorWords } from '@app/runtime/error-words';
import { OutboxChannel, type ChannelAccount } from '@app/runtime/outbox/outbox-channel';
import { TelegramApi } from '../api/telegram-api';
import { Typing } from '../receiving/typing';
import { BotPause } from './bot-pause';
import { MessageSender } from './message.sender';

/** Telegram's way out: one account, the bot; in each chat one letter after another, and no chat waits for another. */
@Injectable()
export class TelegramChannel extends OutboxChannel {
  readonly channel = 'telegram';
  private readonly logger = new Logger(TelegramChannel.name);
  private readonly lastIn = new Map<string, Promise<void>>();

  constructor(
    private readonly api: TelegramApi,
    private readonly sender: MessageSender,
    private readonly outbox: OutboxStore,
    private readonly typing: Typing,
    private readonly pause: BotPause,
  ) {
    super();
  }

  async accounts(): Promise<readonly ChannelAccount[]> {
    const { botId } = this.api;
    return (await this.pause.isPaused()) ? [] : [{ id: botAccountId(botId), name: `the bot ${botId}`, lacks: [] }];
  }

  async send(leased: readonly OutboxMessage[]): Promise<void> {
    const inOrder = [...leased].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    await Promise.all(inOrder.map((letter) => this.afterTheLast(letter)));
  }

  frees({ collection }: Change): boolean {
    if (collection !== COLLECTIONS.telegramBots) return false;
    this.pause.forget();
    return true;
  }

  /** What a gateway that died was handing over stays `uncertain`: Telegram tells nobody what it was sent. */
  beforeLook(): Promise<void> {
    // Where the feed broke, a pause or its end went by unseen.
    this.pause.forget();
    return Promise.resolve();
  }

  private afterTheLast(letter: OutboxMessage): Promise<void> {
    const ended = (this.lastIn.get(letter.to) ?? Promise.resolve())
      .then(() => this.sendOne(letter))
      .finally(() => {
        if (this.lastIn.get(letter.to) === ended) this.lastIn.delete(letter.to);
      });
    this.lastIn.set(letter.to, ended);
    return ended;
  }

  /** Never throws: what failed goes back by itself, and holds up no other. */
  private async sendOne(letter: OutboxMessage): Promise<void> {
    this.typing.end(letter.to);
    try {
      await this.sender.send(letter);
    } catch (error) {
      this.logger.warn(`A message could not be sent and waits: ${errorWords(error)}`);
      // Only what is not claimed goes back; should that fail too, the lease runs out.
      await this.outbox.release(letter, FAILED_AGAIN_MS).catch(() => undefined);
    }
  }
}

const FAILED_AGAIN_MS = 1_000;
