import { spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dieWithThisProcess } from '@app/peers/system/die-with-this-process';
import { freePort } from '@app/peers/system/free-port';
import { isListening } from '@app/peers/system/is-listening';
import { messageOf } from '@app/peers/system/message-of';
import { runToEnd } from '@app/peers/system/run-to-end';
import type { Missing } from '../install-peers';
import { installFromDebian } from './install-from-debian';

/** A PostgreSQL of our own on 127.0.0.1, with its settings as Debian ships them. */
export interface Postgres {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const DEBIAN = '/usr/lib/postgresql';

/** Starts one in a folder that goes with it; root has it installed first where it is missing. Else says why there is none. */
export async function startPostgres(): Promise<Postgres | Missing> {
  try {
    const bin = (await binaries()) ?? (await installed());
    if (bin === undefined) return { because: 'PostgreSQL is not here; apt-get install postgresql' };
    return await start(bin);
  } catch (cause) {
    return { because: `PostgreSQL does not start: ${messageOf(cause)}` };
  }
}

async function binaries(): Promise<string | undefined> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const newest = versions.sort((one, other) => Number(one) - Number(other)).at(-1);
  return newest === undefined ? undefined : join(DEBIAN, newest, 'bin');
}

async function installed(): Promise<string | undefined> {
  await installFromDebian('postgresql');
  return binaries();
}

async function start(bin: string): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'sales-agent-postgres-'));
  const owner = await ownerFor(folder);
  const cluster = join(folder, 'cluster');
  const making = ['-D', cluster, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-locale'];
  await ended(spawn(join(bin, 'initdb'), making, { ...owner, stdio: 'ignore' }));

  const port = await freePort();
  const running = ['-D', cluster, '-p', String(port), '-h', '127.0.0.1', '-k', folder];
  const server = spawn(join(bin, 'postgres'), running, { ...owner, stdio: 'ignore', detached: true });
  const bond = dieWithThisProcess(server.pid, folder);
  const giveUpAt = performance.now() + START_LIMIT_MS;
  while (!(await isListening(port))) {
    if (performance.now() > giveUpAt || server.exitCode !== null) throw new Error('it does not listen');
    await pause(50);
  }
  return {
    port,
    pid: server.pid ?? 0,
    async stop() {
      server.kill('SIGQUIT');
      await ended(server);
      bond.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** It refuses to run as root, so root starts it as the user its package made. */
async function ownerFor(folder: string): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number(await runToEnd('id', [which, 'postgres'], 5000))),
  );
  if (uid === undefined || gid === undefined) return {};
  await chown(folder, uid, gid);
  return { uid, gid };
}

function ended(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      resolve();
    });
  });
}
