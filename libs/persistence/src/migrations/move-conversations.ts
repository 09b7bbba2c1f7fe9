import type { ClientSession } from 'mongoose';
import type { Memory } from '@app/domain/memory';
import type { ConversationDocument } from '../conversations/conversation.schema';
import type { Database } from '../database';
import type { Turn } from '../turns/turn.schema';

const BATCH = 200;

/** The memories a version of the machine wants in place of these conversations' own, in their order. */
export type NewMemories = (page: readonly ConversationDocument[], session: ClientSession) => Promise<readonly Memory[]>;

/** Takes each open conversation to a version, with a `migrated` turn: the replay of what came before ends there. */
export async function moveConversations(db: Database, version: number, memoriesOf: NewMemories): Promise<void> {
  const before = { closed: false, machineVersion: { $lt: version } };
  for (;;) {
    const moved = await db.transaction(async (session) => {
      const page = await db.native(db.conversations).find(before, { session }).limit(BATCH).toArray();
      if (page.length === 0) return 0;
      const memories = await memoriesOf(page, session);
      const all = page.map((conversation, index) => ({
        ...conversation,
        memory: memories[index] ?? conversation.memory,
      }));
      await db.native(db.turns).insertMany(
        all.map((conversation) => toMigratedTurn(conversation, version)),
        { session },
      );
      await db.native(db.conversations).bulkWrite(
        all.map(({ _id, memory }) => ({
          updateOne: {
            filter: { _id },
            update: { $set: { memory, machineVersion: version }, $inc: { revision: 1 } },
          },
        })),
        { session },
      );
      return all.length;
    });
    if (moved === 0) return;
  }
}

function toMigratedTurn({ _id, contactId, revision, stage, memory }: ConversationDocument, version: number): Turn {
  const id = `migrated:${String(version)}:${_id}`;
  const at = new Date();
  return {
    _id: id,
    conversationId: _id,
    contactId,
    revision: revision + 1,
    place: 0,
    machineVersion: version,
    at,
    event: { type: 'migrated', id, at, snapshot: { stage, memory } },
    decision: 'migrated',
    because: null,
    stage,
    effects: [],
  };
}
