import { Injectable, Logger } from '@nestjs/common';
import { BusinessConnectionStore } from '@app/persistence/telegram/business-connection.store';
import { TelegramApi } from '../api/telegram-api';
import { GroupCourtesy } from './group-courtesy';
import { readUpdate } from './read-update';
import { SaidIntake } from './said-intake';
import type { Update } from './update';

/** Takes updates in, one after another, each as often as Telegram likes. */
@Injectable()
export class UpdateIntake {
  private readonly logger = new Logger(UpdateIntake.name);

  constructor(
    private readonly said: SaidIntake,
    private readonly connections: BusinessConnectionStore,
    private readonly groups: GroupCourtesy,
    private readonly api: TelegramApi,
  ) {}

  /** When this resolves, what the update says is stored durably and may be confirmed; throws when the database is away. */
  async take(update: Update): Promise<void> {
    const incoming = readUpdate(update, this.api.botId);
    switch (incoming.type) {
      case 'said':
        await this.said.store(incoming.said);
        return;
      case 'pressed':
        this.answer(incoming.queryId);
        if (incoming.said !== null) await this.said.store(incoming.said);
        return;
      case 'connection':
        await this.connections.save(incoming.connection);
        return;
      case 'added-to-group':
        await this.groups.answer(incoming.chatId, incoming.languageCode);
        return;
      case 'ignored':
        this.logger.log(`Update ${update.update_id} is passed over: ${incoming.because}`);
        return;
      default:
        incoming satisfies never;
    }
  }

  /** So that the button stops turning. An answer that comes too late, or twice, is nobody's loss. */
  private answer(queryId: string): void {
    this.api.call('answerCallbackQuery', { callback_query_id: queryId }).catch(() => undefined);
  }
}
