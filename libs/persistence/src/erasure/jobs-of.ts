import { opaqueId } from '@app/llm-jobs/opaque-id';
import type { Turn } from '../turns/turn.schema';
import type { Database } from '../database';

/** Ids of all jobs these conversations ever asked for, as their own turns say. */
export async function jobsOf(db: Database, conversationIds: readonly string[]): Promise<string[]> {
  const turns = await db.turns
    .find({ conversationId: { $in: conversationIds }, 'effects.type': 'askModel' }, { effects: 1 })
    .lean<Pick<Turn, 'effects'>[]>();
  return turns.flatMap(({ effects }) =>
    effects.flatMap(({ type, key }) => (type === 'askModel' ? [opaqueId(key)] : [])),
  );
}
