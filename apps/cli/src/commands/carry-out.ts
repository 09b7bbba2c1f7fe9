import type { Command, CommandBody } from '@app/persistence/commands/command.schema';
import type { OpenInstallation } from '../installation/open-installation';
import { awaitCommands } from './await-commands';

/** How a command ended, as far as it has. `queued`: no brain has taken it yet; it is carried out as soon as one runs. */
export type Ending =
  { readonly type: 'done' } | { readonly type: 'refused'; readonly because: string } | { readonly type: 'queued' };

const PATIENCE_MS = 10_000;
/** How many are stored at a time. */
const AT_ONCE = 50;

/** Queues commands for a brain and waits for their ends, which come in the order of the commands. */
export async function carryOut(bodies: readonly CommandBody[], opened: OpenInstallation): Promise<Ending[]> {
  const ids: string[] = [];
  for (let from = 0; from < bodies.length; from += AT_ONCE) {
    const some = bodies.slice(from, from + AT_ONCE);
    ids.push(...(await Promise.all(some.map((body) => opened.commands.queue(body)))));
  }
  const ended = ids.length === 0 ? new Map<string, Command>() : await awaitCommands(ids, opened, PATIENCE_MS);
  return ids.map((id): Ending => {
    const command = ended.get(id);
    if (!command) return { type: 'queued' };
    return command.status === 'refused' ? { type: 'refused', because: command.because ?? 'refused' } : { type: 'done' };
  });
}
