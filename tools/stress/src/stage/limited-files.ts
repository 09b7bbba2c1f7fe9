import { runToEnd } from '@app/peers/system/run-to-end';
import type { SmallDisk } from './small-disk';

/**
 * A limit on the size of files, which Linux sets for a process that runs; the next one of the node is started without it.
 * Null where nobody can ask for that.
 */
export async function limitFiles(): Promise<SmallDisk | null> {
  try {
    await runToEnd('prlimit', ['--version'], PROGRAM_LIMIT_MS);
  } catch {
    return null;
  }
  return {
    how: 'prlimit --fsize, for no file system could be mounted',
    async fill(pid) {
      await runToEnd('prlimit', ['--pid', String(pid), '--fsize=1'], PROGRAM_LIMIT_MS);
    },
    makeRoom: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

const PROGRAM_LIMIT_MS = 5_000;
