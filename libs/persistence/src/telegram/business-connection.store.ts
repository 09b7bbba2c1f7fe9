import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import type { BusinessConnection } from './business-connection.schema';

/** The business accounts the bot may answer for, each as Telegram told of it last. */
@Injectable()
export class BusinessConnectionStore {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<BusinessConnection | null> {
    return this.db.native(this.db.telegramConnections).findOne({ _id: id });
  }

  async save({ _id, ...facts }: BusinessConnection): Promise<void> {
    await this.db.telegramConnections.updateOne({ _id }, { $set: facts }, { upsert: true });
  }
}
