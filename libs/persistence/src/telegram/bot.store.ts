import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import type { TelegramBot } from './bot.schema';

/** Who the bot is, and which instance polls for it. */
@Injectable()
export class BotStore {
  constructor(private readonly db: Database) {}

  /** Every bot a gateway ever reached Telegram as. */
  async all(): Promise<TelegramBot[]> {
    return this.db.telegramBots.find().lean<TelegramBot[]>();
  }

  async find(botId: string): Promise<TelegramBot | null> {
    return this.db.telegramBots.findById(botId).lean<TelegramBot>();
  }

  /** Notes how Telegram and the settings call it. */
  async introduce({ _id, ...names }: Pick<TelegramBot, '_id' | 'username' | 'productId'>): Promise<void> {
    await this.db.telegramBots.updateOne({ _id }, { $set: names, $setOnInsert: { heldBy: null } }, { upsert: true });
  }

  /** Takes the polling unless another instance that is alive holds it. */
  async hold(botId: string, by: string, alive: readonly string[]): Promise<'held' | 'held-elsewhere'> {
    const others = alive.filter((instance) => instance !== by);
    try {
      await this.db.telegramBots.updateOne(
        { _id: botId, heldBy: { $nin: others } },
        { $set: { heldBy: by }, $setOnInsert: { username: '', productId: '' } },
        { upsert: true },
      );
      return 'held';
    } catch (error) {
      // The upsert met a bot that somebody alive polls for.
      if (isDuplicateKey(error)) return 'held-elsewhere';
      throw error;
    }
  }

  async release(botId: string, by: string): Promise<void> {
    await this.db.telegramBots.updateOne({ _id: botId, heldBy: by }, { $set: { heldBy: null } });
  }
}
