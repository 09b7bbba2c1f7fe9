import type { Command } from '@app/persistence/commands/command.schema';
import type { OpenInstallation } from '../installation/open-installation';

/**
 * Waits until all of these commands have ended, or until none of them has for `patienceMs`; gives those that ended, by
 * their ids. Follows the feed, so it may be called once for an installation.
 */
export async function awaitCommands(
  ids: readonly string[],
  { commands, commandFeed, db }: Pick<OpenInstallation, 'commands' | 'commandFeed' | 'db'>,
  patienceMs: number,
): Promise<ReadonlyMap<string, Command>> {
  const waiting = new Set(ids);
  const ended = new Map<string, Command>();
  const enough = new AbortController();
  const patience = setTimeout(() => enough.abort(), patienceMs);

  const look = async (at: readonly string[]): Promise<void> => {
    for (const command of await commands.findAll(at)) {
      if (command.status === 'pending') continue;
      ended.set(command._id, command);
      waiting.delete(command._id);
      patience.refresh();
    }
    if (waiting.size === 0) enough.abort();
  };
  const follower = {
    drain: () => look([...waiting]),
    election: () => db.election(),
    // A look that fails is made again: what breaks it breaks the feed too, which then starts with a drain.
    wake: ({ id }: { readonly id: string }) => {
      if (waiting.has(id)) void look([id]).catch(() => undefined);
    },
  };
  await commandFeed.follow(follower, enough.signal);
  clearTimeout(patience);
  return ended;
}
