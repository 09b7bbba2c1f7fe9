import { Injectable } from '@nestjs/common';
import type { BusinessConnection } from '@app/persistence/telegram/business-connection.schema';
import { BusinessConnectionStore } from '@app/persistence/telegram/business-connection.store';
import { ApiFailure } from '../api/api-failure';
import { TelegramApi } from '../api/telegram-api';
import { toConnection } from '../receiving/to-connection';
import type { Connection } from '../receiving/update';

/** Knows what may be written in the name of business accounts. */
@Injectable()
export class BusinessRights {
  constructor(
    private readonly connections: BusinessConnectionStore,
    private readonly api: TelegramApi,
  ) {}

  /** Why nothing may leave by this connection; null when it may. */
  async refusal(id: string): Promise<string | null> {
    const connection = (await this.connections.find(id)) ?? (await this.ask(id));
    if (connection === null) return 'there is no such connection to a business account';
    if (!connection.isEnabled) return 'the owner of the business account has ended the connection';
    return connection.canReply ? null : 'the owner of the business account has not granted the right to answer';
  }

  /** Of a connection older than this gateway no update tells. */
  private async ask(id: string): Promise<BusinessConnection | null> {
    try {
      const answer = await this.api.call('getBusinessConnection', { business_connection_id: id });
      const connection = toConnection(answer as Connection, this.api.botId);
      await this.connections.save(connection);
      return connection;
    } catch (error) {
      if (error instanceof ApiFailure && error.facts.status === 400) return null;
      throw error;
    }
  }
}
