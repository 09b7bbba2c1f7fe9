import { Injectable } from '@nestjs/common';
import { Database } from '@app/persistence/database';
import { holdBot } from '@app/persistence/recover/hold-bots';
import { RestoredDatabase } from '@app/runtime/boot/restored-database';
import { TelegramApi } from './api/telegram-api';

/** After a restore nothing leaves from the bot until the recovery has ended. */
@Injectable()
export class RestoredBot extends RestoredDatabase {
  constructor(
    db: Database,
    private readonly api: TelegramApi,
  ) {
    super(db);
  }

  protected hold(): Promise<void> {
    return holdBot(this.db, this.api.botId);
  }
}
