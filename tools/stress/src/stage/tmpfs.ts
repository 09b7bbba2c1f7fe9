import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SmallDisk } from './small-disk';

/** A tmpfs, which is gone with this process, however that goes; null where none can be mounted. */
export async function openTmpfs(): Promise<SmallDisk | null> {
  const mountedAt = await mkdtemp(join(tmpdir(), 'stress-disk-'));
  // A small shell unmounts it when the other end of its pipe is closed, which the kernel does even after SIGKILL.
  const script = `mount -t tmpfs -o size=${SIZE_MIB}m tmpfs "$0" && echo mounted && read -r _; umount -l "$0"; rmdir "$0"`;
  const holder = spawn('sh', ['-c', script, mountedAt], { detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(holder, 'exit');
  const isMounted = await Promise.race([once(holder.stdout, 'data').then(() => true), ended.then(() => false)]);
  if (!isMounted) return null;

  const folder = join(mountedAt, 'data');
  const ballast = join(mountedAt, 'ballast');
  await mkdir(folder);
  return {
    how: `a tmpfs of ${SIZE_MIB} MiB`,
    folder,
    fill: () => fillWith(ballast),
    makeRoom: () => rm(ballast),
    async close() {
      holder.stdin.end();
      await ended;
    },
  };
}

/** Writes until not a page is left. */
async function fillWith(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const piece of [Buffer.alloc(MIB), Buffer.alloc(PAGE)]) {
      while (await isWritten(() => file.write(piece)));
    }
  } finally {
    await file.close();
  }
}

async function isWritten(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isFull(error)) return false;
    throw error;
  }
}

/** Not by `instanceof`: an error of Node's own is foreign inside jest. */
function isFull(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC';
}

/** A journal takes 300 of them, and what an hour of this stores as many. */
const SIZE_MIB = 768;
const MIB = 1_048_576;
const PAGE = 4_096;
