import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';

/** Which groups were told already. */
@Injectable()
export class GroupStore {
  constructor(private readonly db: Database) {}

  /** Notes that a group is told now; false when it was before. */
  async tell(botId: string, chatId: string): Promise<boolean> {
    try {
      await this.db.telegramGroups.insertOne({ _id: `${botId}:${chatId}`, at: new Date() });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
