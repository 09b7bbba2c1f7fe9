import { Injectable, Logger } from '@nestjs/common';
import { BusinessConnectionStore } from '@app/persistence/telegram/business-connection.store';
import { TelegramApi } from '../api/telegram-api';
import { GroupCourtesy } from './group-courtesy';
import { readUpdate, type Incoming } from './read-update';
import type { Said } from './said';
import { SaidIntake } from './said-intake';
import type { Update } from './update';

/** Takes updates in, in their order, each as often as Telegram likes. */
@Injectable()
export class UpdateIntake {
  private readonly logger = new Logger(UpdateIntake.name);

  constructor(
    private readonly said: SaidIntake,
    private readonly connections: BusinessConnectionStore,
    private readonly groups: GroupCourtesy,
    private readonly api: TelegramApi,
  ) {}

  /**
   * When this resolves, what the updates say is stored durably and may be confirmed. Throws when the database is away, or
   * the signal aborts: then some may be stored.
   */
  async take(updates: readonly Update[], signal?: AbortSignal): Promise<void> {
    // What people say is stored together, up to what has to be taken by itself.
    let said: Said[] = [];
    for (const update of updates) {
      const incoming = readUpdate(update, this.api.botId);
      if (incoming.type === 'pressed') this.answer(incoming.queryId);
      if (incoming.type === 'said' || incoming.type === 'pressed') {
        if (incoming.said !== null) said.push(incoming.said);
        continue;
      }
      await this.said.store(said, signal);
      said = [];
      await this.takeOther(incoming, update.update_id);
    }
    await this.said.store(said, signal);
  }

  private async takeOther(
    incoming: Exclude<Incoming, { readonly type: 'said' | 'pressed' }>,
    updateId: number,
  ): Promise<void> {
    switch (incoming.type) {
      case 'connection':
        await this.connections.save(incoming.connection);
        return;
      case 'added-to-group':
        await this.groups.answer(incoming.chatId, incoming.languageCode);
        return;
      case 'ignored':
        this.logger.log(`Update ${updateId} is passed over: ${incoming.because}`);
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
