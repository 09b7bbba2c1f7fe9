import { EJSON } from 'bson';
import type { Conversation } from '@app/domain/conversation';
import { decide } from '@app/domain/decide';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { Database } from '@app/persistence/database';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Finding } from './finding';

/** Whether every conversation is what its stored turns make of it, decided once more from the first. */
export async function replayFinding(db: Database): Promise<Finding> {
  const different: string[] = [];
  let conversations = 0;
  for await (const { _id, stage, memory } of db.native(db.conversations).find()) {
    conversations += 1;
    const turns = await db.native(db.turns).find({ conversationId: _id }).sort({ revision: 1, place: 1 }).toArray();
    if (canonical(replay(_id, turns)) !== canonical({ id: _id, stage, memory })) different.push(_id);
  }
  const among = `${conversations} conversations`;
  return { what: 'conversations their own turns make something else of', among, wrong: different };
}

function replay(id: string, turns: readonly Turn[]): Conversation {
  let conversation: Conversation = { id, stage: firstStage(turns), memory: EMPTY_MEMORY };
  for (const { event } of turns) {
    if (event.type === 'migrated') throw new Error(`${id} was migrated, though it was made by this version`);
    const decision = decide(conversation, event);
    if (decision.type === 'moved') conversation = decision.conversation;
  }
  return conversation;
}

/** Follows from how the contact came: added by the operator, by Start, or by writing to the bot. */
function firstStage([first]: readonly Turn[]): Conversation['stage'] {
  switch (first?.event.type) {
    case 'contactStarted':
      return 'awaiting-start';
    case 'contactWrote':
      return 'awaiting-reply';
    default:
      return 'drafting-offer';
  }
}

/** The order of the names is the database's business. */
function canonical({ id, stage, memory }: Conversation): string {
  const sorted = Object.fromEntries(Object.entries(memory).sort(([one], [other]) => (one < other ? -1 : 1)));
  return EJSON.stringify({ id, stage, memory: sorted }, { relaxed: false });
}
