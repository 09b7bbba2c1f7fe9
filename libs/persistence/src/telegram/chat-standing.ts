import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import { botAccountId } from './bot.schema';

/** How the chats of one bot stand. */
export interface ChatStanding {
  /** Business time; null when nothing ever came. */
  readonly lastHeardAt: Date | null;
  /** Contacts who blocked the bot, or deleted their account. */
  readonly closedChats: number;
  /** Business accounts in whose name the bot may answer, and those that ended that or took the right away. */
  readonly connections: { readonly open: number; readonly closed: number };
}

export async function chatStanding(db: Database, botId: string): Promise<ChatStanding> {
  const accountId = botAccountId(botId);
  const [last, closedChats, all, open] = await Promise.all([
    db
      .native(db.messages)
      .findOne({ channel: 'telegram', accountId }, { sort: { storedAt: -1 }, projection: { storedAt: 1 } }),
    db.native(db.contacts).countDocuments({ 'telegram.accountId': accountId, 'telegram.unreachable': true }),
    // As few as there are business accounts.
    db.driver.collection(COLLECTIONS.telegramConnections).countDocuments({ botId }),
    db.driver.collection(COLLECTIONS.telegramConnections).countDocuments({ botId, isEnabled: true, canReply: true }),
  ]);
  return { lastHeardAt: last?.storedAt ?? null, closedChats, connections: { open, closed: all - open } };
}
