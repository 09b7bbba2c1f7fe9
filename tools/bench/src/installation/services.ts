import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { dieWithThisProcess } from '@app/peers/system/die-with-this-process';
import { withinTime } from '@app/peers/system/within-time';

/** A built service in a process of its own. */
export interface RunningService {
  stop(): Promise<void>;
}

/** What is built runs from `dist/tools/bench`. */
export const PROJECT = join(__dirname, '..', '..', '..');

export type Environment = Readonly<Record<string, string>>;

/** Runs the built CLI to its end; throws with what it says when it is not content. */
export async function agent(args: readonly string[], env: Environment, stdin = ''): Promise<void> {
  const run = spawn(process.execPath, [mainOf('cli'), ...args], { env, stdio: ['pipe', 'ignore', 'pipe'] });
  const exit = once(run, 'exit');
  run.stdin.end(stdin);
  const said = await text(run.stderr);
  await exit;
  if (run.exitCode !== 0) throw new Error(`sales-agent ${args.join(' ')}: ${said}`);
}

/** Starts a built service and waits until it says that it is ready. It ends with this process. */
export async function startService(name: 'sales-brain' | 'mail-gateway', env: Environment): Promise<RunningService> {
  const child = spawn(process.execPath, [mainOf(name)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const bond = dieWithThisProcess(child.pid, undefined);
  const exit = once(child, 'exit');
  child.stderr.pipe(process.stderr);
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (line: Buffer) => {
      if (line.includes(`${name} is ready.`)) resolve();
    });
  });
  const ended = exit.then(() => {
    throw new Error(`${name} ended before it was ready`);
  });
  ended.catch(() => undefined);
  await withinTime(START_LIMIT_MS, `starting ${name}`, Promise.race([ready, ended]));
  return {
    async stop() {
      child.kill('SIGTERM');
      await exit;
      bond.release();
    },
  };
}

const START_LIMIT_MS = 30_000;

function mainOf(app: string): string {
  return join(PROJECT, 'dist', 'apps', app, 'main.js');
}
