import type { Command, CommandBody } from '../commands/command.schema';
import { CommandStore } from '../commands/command.store';
import type { Database } from '../database';

/** A command that is stored and waits. */
export async function aCommand(db: Database, body: CommandBody): Promise<Command> {
  const id = await new CommandStore(db).queue(body);
  return db.commands.findById(id).orFail().lean<Command>();
}
