import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { dieWithThisProcess } from '@app/peers/system/die-with-this-process';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;

/** A built service and where it runs: in a folder without a `.env`, with exactly this environment. */
export interface ServicePlace {
  readonly name: string;
  readonly main: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Called once, with a sentence, when it ends without having been asked to. */
  readonly onDeath: (sentence: string) => void;
}

export interface RunningService {
  readonly pid: number | undefined;
  /** Resolves when it says that it is ready, or is no more: `onDeath` has been called then. */
  readonly ready: Promise<void>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a service; it ends with this process, even when this process is killed. */
export function startService({ name, main, folder, environment, logFile, onDeath }: ServicePlace): RunningService {
  // In a session of its own: Ctrl-C in a terminal must not reach it before we say so.
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const bond = dieWithThisProcess(child.pid, undefined);
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  let asked = false;
  const ended = endOf(child).then((how) => {
    bond.release();
    log.end();
    if (!asked) onDeath(`${name} ended ${how}; its log is ${logFile}.`);
  });
  return {
    pid: child.pid,
    ready: Promise.race([saysReady(child.stdout, name), ended, tooLate(name, logFile)]),
    async stop() {
      asked = true;
      child.kill('SIGTERM');
      const hangs = pause(STOP_LIMIT_MS, 'hangs', { ref: false });
      if ((await Promise.race([ended, hangs])) === 'hangs') child.kill('SIGKILL');
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(`before it began (${error.message})`);
    });
    child.once('close', (code, signal) => {
      resolve(signal === null ? `with exit code ${String(code)}` : `by ${signal}`);
    });
  });
}

function saysReady(stdout: Readable, name: string): Promise<void> {
  return new Promise((resolve) => {
    let said = '';
    function listen(chunk: Buffer): void {
      said += chunk.toString();
      if (!said.includes(`${name} is ready.`)) return;
      stdout.off('data', listen);
      resolve();
    }
    stdout.on('data', listen);
  });
}

async function tooLate(name: string, logFile: string): Promise<never> {
  await pause(START_LIMIT_MS, undefined, { ref: false });
  throw new Error(`${name} was not ready within ${String(START_LIMIT_MS / 1000)} s; its log is ${logFile}.`);
}
