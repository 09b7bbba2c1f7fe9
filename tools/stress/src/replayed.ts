import { EJSON } from 'bson';
import type { Conversation } from '@app/domain/conversation';
import { decide } from '@app/domain/decide';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { Database } from '@app/persistence/database';
import type { Turn } from '@app/persistence/turns/turn.schema';

/** The conversations that are not what their stored turns make of them, decided once more from the first. */
export async function replayedDifferently(db: Database): Promise<string[]> {
  const different: string[] = [];
  for await (const { _id, stage, memory } of db.native(db.conversations).find()) {
    const turns = await db.native(db.turns).find({ conversationId: _id }).sort({ revision: 1, place: 1 }).toArray();
    if (canonical(replay(_id, turns)) !== canonical({ id: _id, stage, memory })) different.push(_id);
  }
  return different;
}

function replay(id: string, turns: readonly Turn[]): Conversation {
  let conversation: Conversation = { id, stage: 'drafting-offer', memory: EMPTY_MEMORY };
  for (const { event } of turns) {
    if (event.type === 'migrated') throw new Error(`${id} was migrated, though it was made by this version`);
    const decision = decide(conversation, event);
    if (decision.type === 'moved') conversation = decision.conversation;
  }
  return conversation;
}

/** The order of the names is the database's business. */
function canonical({ id, stage, memory }: Conversation): string {
  const sorted = Object.fromEntries(Object.entries(memory).sort(([one], [other]) => (one < other ? -1 : 1)));
  return EJSON.stringify({ id, stage, memory: sorted }, { relaxed: false });
}
