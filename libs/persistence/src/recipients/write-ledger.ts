import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import type { Cancelled, NewLift, NewSuppression, TurnCommit } from '../turns/turn-commit';
import { lift } from './lift';
import { suppress } from './suppress';

/** Suppresses and lifts what a commit says, in the order of its turns: the last word holds. */
export async function writeLedger(
  db: Database,
  keys: KeyRing,
  session: ClientSession,
  commit: TurnCommit,
  cancelled: Cancelled,
): Promise<void> {
  for (const entry of inOrderOfTurns(commit)) {
    if (entry.type === 'suppressed') await suppress(db, keys, session, commit, entry.suppression, cancelled);
    else await lift(db, keys, session, commit, entry.lift);
  }
}

type Entry =
  | { readonly type: 'suppressed'; readonly id: string; readonly suppression: NewSuppression }
  | { readonly type: 'lifted'; readonly id: string; readonly lift: NewLift };

function inOrderOfTurns({ turns, writes }: TurnCommit): Entry[] {
  const keys = turns.flatMap(({ effects }) => effects.map(({ key }) => key));
  const entries: Entry[] = [
    ...writes.lifts.map((lift) => ({ type: 'lifted', id: lift.id, lift }) as const),
    // Behind the lifts: where no turn tells the order, a stop has the last word.
    ...writes.suppressions.map((suppression) => ({ type: 'suppressed', id: suppression.id, suppression }) as const),
  ];
  return entries.sort((one, other) => keys.indexOf(one.id) - keys.indexOf(other.id));
}
