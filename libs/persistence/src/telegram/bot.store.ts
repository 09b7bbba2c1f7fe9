import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import type { TelegramBot } from './bot.schema';
import { chatStanding, type ChatStanding } from './chat-standing';

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

  /** How its chats stand: what a person asks. */
  standing(botId: string): Promise<ChatStanding> {
    return chatStanding(this.db, botId);
  }

  /** Notes how Telegram and the settings call it, and how it hears of what is said. */
  async introduce({ _id, ...names }: Pick<TelegramBot, '_id' | 'username' | 'productId' | 'webhook'>): Promise<void> {
    await this.db.telegramBots.updateOne(
      { _id },
      { $set: names, $setOnInsert: { heldBy: null, paused: null } },
      { upsert: true },
    );
  }

  /** Takes the polling unless another instance that is alive holds it. */
  async hold(botId: string, by: string, alive: readonly string[]): Promise<'held' | 'held-elsewhere'> {
    const others = alive.filter((instance) => instance !== by);
    try {
      await this.db.telegramBots.updateOne(
        { _id: botId, heldBy: { $nin: others } },
        { $set: { heldBy: by }, $setOnInsert: { username: '', productId: '', webhook: '', paused: null } },
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
