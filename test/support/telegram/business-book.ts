import { randomBytes } from 'node:crypto';
import type { ApiObject } from './api-object';
import { badRequest, forbidden, type BotRefusal } from './bot-refusal';
import { userOf, type PrivateChat } from './chat-book';
import type { BusinessRights } from './emulator';

export interface BusinessConnection {
  readonly id: string;
  readonly owner: PrivateChat;
  readonly date: number;
  rights: BusinessRights;
  isEnabled: boolean;
  /** When somebody last wrote, by the chat's id; milliseconds since 1970. */
  readonly heardFrom: Map<string, number>;
}

/** The bot may answer where somebody wrote in the last day. */
const ANSWERABLE_MS = 24 * 60 * 60 * 1000;

/** The business accounts the bot is connected to. */
export class BusinessBook {
  private readonly connections = new Map<string, BusinessConnection>();

  connect(owner: PrivateChat, rights: BusinessRights, date: number): BusinessConnection {
    const id = randomBytes(12).toString('base64url');
    const connection = { id, owner, date, rights, isEnabled: true, heardFrom: new Map<string, number>() };
    this.connections.set(id, connection);
    return connection;
  }

  /** Throws `BotRefusal` when there is none of this id. */
  get(id: string): BusinessConnection {
    const connection = this.connections.get(id);
    if (connection === undefined) throw badRequest('business connection not found');
    return connection;
  }

  /** The connection, if the bot may answer this chat in its name now. Throws `BotRefusal`. */
  answerable(id: string, chatId: string, now: number): BusinessConnection {
    const connection = this.get(id);
    if (!connection.isEnabled) throw badRequest('BUSINESS_CONNECTION_INVALID');
    if (!connection.rights.canReply) throw forbidden('BOT_ACCESS_FORBIDDEN');
    if (now - (connection.heardFrom.get(chatId) ?? -Infinity) > ANSWERABLE_MS) throw usageMissing();
    return connection;
  }
}

/** `BusinessConnection` of the API; a right that is not granted is left out. */
export function connectionOf({ id, owner, date, rights, isEnabled }: BusinessConnection): ApiObject {
  return {
    id,
    user: userOf(owner),
    user_chat_id: owner.id,
    date,
    rights: rights.canReply ? { can_reply: true } : {},
    is_enabled: isEnabled,
  };
}

function usageMissing(): BotRefusal {
  return badRequest('BUSINESS_PEER_USAGE_MISSING');
}
