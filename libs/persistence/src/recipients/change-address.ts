import type { ClientSession } from 'mongoose';
import type { Command } from '../commands/command.schema';
import type { Database } from '../database';
import type { Suppression } from './recipient.schema';

/** What a change of the ledger came to: what to record, or only how it stands already. */
type Changed<R> =
  | R
  | {
      readonly result: R;
      readonly entry: Pick<Suppression, 'type' | 'recipientIds' | 'because' | 'reason' | 'at' | 'companies'>;
    };

/** Changes the ledger for an address that is no contact's: guards, record and the command's end in one transaction. */
export function changeAddress<R extends string>(
  db: Database,
  command: Command,
  change: (session: ClientSession, id: string) => Promise<Changed<R>>,
): Promise<R> {
  const id = `command:${command._id}`;
  return db.transaction<R>(async (session) => {
    const done = { $set: { status: 'done' } } as const;
    await db.commands.updateOne({ _id: command._id, status: 'pending' }, done, { session });
    const changed = await change(session, id);
    if (typeof changed === 'string') return changed;
    const nobody = { contactId: '', conversationId: '', messageId: null, cancelledMessages: [], cancelledTimers: [] };
    await db.suppressions.insertMany([{ _id: id, ...changed.entry, ...nobody }], { session });
    return changed.result;
  });
}
