import type { Database } from '@app/persistence/database';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';
import { decideTurn, type TurnSetting } from './decide-turn';

/**
 * Takes the turn of one message by plain means: reads what it stands on, decides, and commits conversation, turns,
 * message, timers and answer in one transaction on a majority. Gives the ids of the letters that are to leave; those of
 * an earlier try when the message was taken already. Throws when the conversation changed meanwhile, to be tried again.
 */
export async function takeTurn(db: Database, setting: TurnSetting, messageId: string): Promise<readonly string[]> {
  const message = await db.native(db.messages).findOne({ _id: messageId });
  if (!message) throw new Error(`the message ${messageId} is not stored`);
  const answered = await db
    .native(db.outbox)
    .findOne({ messageId: { $in: [...message.threadIds] } }, { projection: { contactId: 1, conversationId: 1 } });
  if (!answered) return [];
  const { contactId, conversationId } = answered;
  if (message.state !== 'new') return lettersOf(db, conversationId);
  const [conversation, contact] = await Promise.all([
    db.native(db.conversations).findOne({ _id: conversationId }),
    db.native(db.contacts).findOne({ _id: contactId }),
  ]);
  if (!conversation || !contact) throw new Error(`the conversation ${conversationId} is not there`);
  const turn = decideTurn({ ...message, conversationId, senderKnown: true }, conversation, contact, setting);
  await commit(db, turn, message);
  return turn.writes.letters.map(({ _id }) => _id);
}

async function lettersOf(db: Database, conversationId: string): Promise<readonly string[]> {
  const queued = await db.native(db.outbox).find({ conversationId, status: 'queued' }).toArray();
  return queued.map(({ _id }) => _id);
}

async function commit(
  db: Database,
  { conversation, stage, memory, thread, channel, turns, writes }: TurnCommit,
  { _id: messageId }: InboundMessage,
): Promise<void> {
  const { _id, revision } = conversation;
  const filed = { state: 'filed', conversationId: _id, matchedBy: 'thread', senderKnown: true } as const;
  const next = { stage, memory, thread, channel, revision: revision + 1 };
  await db.connection.getClient().withSession((session) =>
    session.withTransaction(async () => {
      const advanced = await db.native(db.conversations).updateOne({ _id, revision }, { $set: next }, { session });
      if (advanced.matchedCount === 0) throw new Error(`the conversation ${_id} changed meanwhile`);
      await db.native(db.turns).insertMany([...turns], { session });
      await db.native(db.messages).updateOne({ _id: messageId }, { $set: filed }, { session });
      if (writes.cancelTimers) {
        const standing = { conversationId: _id, status: 'scheduled' } as const;
        await db.native(db.timers).updateMany(standing, { $set: { status: 'cancelled' } }, { session });
      }
      if (writes.timers.length > 0) await db.native(db.timers).insertMany([...writes.timers], { session });
      if (writes.letters.length > 0) await db.native(db.outbox).insertMany([...writes.letters], { session });
    }, MAJORITY),
  );
}

const MAJORITY = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;
