import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { dieWithThisProcess } from '../system/die-with-this-process';
import { withinTime } from '../system/within-time';

export type ServiceName = 'sales-brain' | 'mail-gateway' | 'tg-gateway' | 'llm-host';

/** A built service in a process of its own. */
export interface RunningService {
  readonly pid: number;
  /** Resolves once it is gone, whoever or whatever ended it. */
  readonly ended: Promise<unknown>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
  /** Ends it with SIGKILL and waits until it is gone. */
  kill(): Promise<void>;
}

/** The project's root: what is built runs from `dist/tools/<name>`. */
export const PROJECT = join(__dirname, '..', '..', '..');

/** What a service or the CLI is started with, and nothing else. */
export interface Environment {
  readonly MONGODB_URI: string;
  readonly MONGODB_DATABASE: string;
  readonly KEY_FILE: string;
  readonly MAIL_LOOPBACK_ONLY: 'true';
  readonly MOVABLE_CLOCK: 'true';
  readonly LOG_LEVEL: string;
}

/** What a gateway to Telegram is told besides. */
export interface TelegramEnvironment extends Environment {
  readonly TELEGRAM_API_ROOT: string;
  readonly TELEGRAM_BOT_TOKEN: string;
  readonly TELEGRAM_PRODUCT: string;
}

/** What a host is told besides. */
export interface HostEnvironment extends Environment {
  readonly LLM_ENDPOINT: string;
  readonly LLM_MODEL: string;
}

/** Runs the built CLI to its end; throws with what it says when it is not content. */
export async function agent(args: readonly string[], env: Environment, stdin = ''): Promise<void> {
  const run = spawn(process.execPath, [mainOf('cli'), ...args], { env: { ...env }, stdio: ['pipe', 'ignore', 'pipe'] });
  const exit = once(run, 'exit');
  run.stdin.end(stdin);
  const said = await text(run.stderr);
  await exit;
  if (run.exitCode !== 0) throw new Error(`sales-agent ${args.join(' ')}: ${said}`);
}

/** Starts a built service and waits until it says that it is ready. It ends with this process. */
export async function startService(
  name: ServiceName,
  env: Environment | TelegramEnvironment | HostEnvironment,
): Promise<RunningService> {
  const child = spawn(process.execPath, [mainOf(name)], {
    env: { ...env },
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
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    await exit;
    bond.release();
  };
  try {
    await withinTime(START_LIMIT_MS, `starting ${name}`, Promise.race([ready, ended]));
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return { pid: child.pid ?? 0, ended: exit, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

const START_LIMIT_MS = 60_000;

function mainOf(app: string): string {
  return join(PROJECT, 'dist', 'apps', app, 'main.js');
}
