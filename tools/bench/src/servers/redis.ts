import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
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

/** A Redis of our own on 127.0.0.1. */
export interface Redis {
  readonly port: number;
  readonly version: string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 10_000;

/**
 * Starts `redis-server` of the PATH in a folder that goes with it; root has it installed first where it is missing. It
 * keeps its jobs as BullMQ's manual asks: an append-only file written down every second, and nothing evicted.
 */
export async function startRedis(): Promise<Redis | Missing> {
  const version = (await installedVersion()) ?? (await versionAfterInstall());
  if (version === undefined) return { because: 'Redis is not here; apt-get install redis-server' };
  try {
    return await start(version);
  } catch (cause) {
    return { because: `Redis does not start: ${messageOf(cause)}` };
  }
}

async function installedVersion(): Promise<string | undefined> {
  const said = await runToEnd('redis-server', ['--version'], START_LIMIT_MS).catch(() => '');
  return /v=(\S+)/.exec(said)?.[1];
}

async function versionAfterInstall(): Promise<string | undefined> {
  await installFromDebian('redis-server');
  return installedVersion();
}

async function start(version: string): Promise<Redis> {
  const folder = await mkdtemp(join(tmpdir(), 'sales-agent-redis-'));
  const port = await freePort();
  const kept = ['--dir', folder, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
  const listening = ['--port', String(port), '--bind', '127.0.0.1', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', [...kept, ...listening], { stdio: 'ignore', detached: true });
  const ended = once(server, 'exit').catch(() => undefined);
  const bond = dieWithThisProcess(server.pid, folder);
  const giveUpAt = performance.now() + START_LIMIT_MS;
  while (!(await isListening(port))) {
    if (performance.now() > giveUpAt || server.exitCode !== null) throw new Error('it does not listen');
    await pause(20);
  }
  return {
    port,
    version,
    async stop() {
      server.kill('SIGKILL');
      await ended;
      bond.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
