import type { BusinessConnection } from '@app/persistence/telegram/business-connection.schema';
import type { Connection } from './update';
import { idOf } from './well-formed';

/** A Business connection as it is stored. Throws where it is none. */
export function toConnection(connection: Connection, botId: string): BusinessConnection {
  const { id, user, is_enabled: isEnabled, rights, can_reply: couldReply } = connection;
  if (typeof id !== 'string' || typeof isEnabled !== 'boolean') throw new TypeError('it is no Business connection');
  return {
    _id: id,
    botId,
    ownerId: idOf(user),
    canReply: (rights?.can_reply ?? couldReply) === true,
    isEnabled,
  };
}
