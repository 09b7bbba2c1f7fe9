import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dieWithThisProcess } from '../../tools/peers/src/system/die-with-this-process';
import { freePort } from '../../tools/peers/src/system/free-port';
import { isListening } from '../../tools/peers/src/system/is-listening';
import { mainCf, masterCf, type PostfixPlace } from './postfix-config';

const PROGRAM = '/usr/sbin/postfix';
const START_LIMIT_MS = 20_000;

/** A real mail server on 127.0.0.1 that accepts mail and hands it on by LMTP. */
export interface Postfix {
  readonly smtpPort: number;
  stop(): Promise<void>;
}

/** Why Postfix cannot be started here; null when it can. Its master gives up privileges, so it has to have them. */
export function postfixLacks(): string | null {
  if (!existsSync(PROGRAM)) return 'Postfix is not here; apt-get install postfix';
  return process.getuid?.() === 0 ? null : 'only root can start Postfix';
}

/** Starts Postfix in a folder of its own, with an empty queue. */
export async function startPostfix(given: Pick<PostfixPlace, 'lmtpPort' | 'domains' | 'recipients'>): Promise<Postfix> {
  const folder = await mkdtemp(join(tmpdir(), 'postfix-'));
  await chmod(folder, 0o755);
  const place = { ...given, folder, smtpPort: await freePort() };
  const config = join(folder, 'config');
  for (const made of [config, join(folder, 'queue'), join(folder, 'data')]) await mkdir(made);
  spawnSync('chown', ['postfix', join(folder, 'data')]);
  await writeFile(join(config, 'main.cf'), mainCf(place));
  await writeFile(join(config, 'master.cf'), masterCf(place));

  const child = spawn(PROGRAM, ['-c', config, 'start-fg'], { stdio: 'ignore', detached: true });
  const bond = dieWithThisProcess(child.pid, folder);
  const ended = once(child, 'exit');
  await untilListening(place.smtpPort, join(folder, 'maillog'));
  return {
    smtpPort: place.smtpPort,
    async stop() {
      spawnSync(PROGRAM, ['-c', config, 'stop'], { stdio: 'ignore' });
      await ended;
      bond.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilListening(port: number, logFile: string): Promise<void> {
  const giveUpAt = performance.now() + START_LIMIT_MS;
  while (performance.now() < giveUpAt) {
    if (await isListening(port)) return;
    await pause(50);
  }
  throw new Error(`postfix does not listen: ${await readFile(logFile, 'utf8').catch(() => 'no log')}`);
}
