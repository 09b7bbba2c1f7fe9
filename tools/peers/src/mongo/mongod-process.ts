import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dieWithThisProcess } from '../system/die-with-this-process';
import { isListening } from '../system/is-listening';

const ANSWER_LIMIT_MS = 60_000;

/** What one `mongod` is started with. The folder is its own: mongod locks it; `ephemeral` folders go with the process. */
export interface MongodPlace {
  readonly binary: string;
  readonly folder: string;
  readonly port: number;
  readonly ephemeral: boolean;
  readonly failPoints?: boolean;
  /** How long its history is, in megabytes; without it as long as the disk allows. */
  readonly oplogMegabytes?: number;
  /** The secret its members share; with one, it lets in nobody without a password. */
  readonly keyFile?: string;
}

/** One running `mongod` on 127.0.0.1. It ends with this process, even when this process is killed. */
export interface MongodProcess {
  readonly port: number;
  readonly pid: number;
  /** Resolves once it is gone, whoever or whatever ended it. */
  readonly ended: Promise<unknown>;
  /** Sends the signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a `mongod` of the replica set `rs0`, waits until it listens; throws with what its log says when it does not. */
export async function startMongod(place: MongodPlace): Promise<MongodProcess> {
  const logFile = join(place.folder, 'mongod.log');
  // In a session of its own: Ctrl-C in a terminal must reach the services first, their database last.
  const child = spawn(place.binary, argumentsFor(place, logFile), { detached: true, stdio: 'ignore' });
  const ended = once(child, 'exit').catch(() => undefined);
  const guard = dieWithThisProcess(child.pid, place.ephemeral ? place.folder : undefined);
  child.unref();

  if (!(await comesUp(child, place.port))) {
    child.kill('SIGKILL');
    guard.release();
    const complaint = await complaintIn(logFile);
    if (place.ephemeral) await rm(place.folder, { recursive: true, force: true });
    throw new Error(`mongod did not start in ${place.folder}: ${complaint}`);
  }

  return {
    port: place.port,
    pid: child.pid ?? 0,
    ended,
    async end(signal) {
      // Else whoever waits for nothing but this end would be gone before it.
      child.ref();
      child.kill(signal);
      await ended;
      guard.release();
    },
  };
}

function argumentsFor(place: MongodPlace, logFile: string): string[] {
  return [
    ...['--replSet', 'rs0', '--bind_ip', '127.0.0.1', '--port', String(place.port), '--nounixsocket'],
    ...['--dbpath', place.folder, '--storageEngine', 'wiredTiger', '--wiredTigerCacheSizeGB', '0.25'],
    ...(place.failPoints === true ? ['--setParameter', 'enableTestCommands=1'] : []),
    // What was written since the last checkpoint is kept however much that is.
    ...(place.oplogMegabytes === undefined ? [] : ['--oplogSize', String(place.oplogMegabytes), '--syncdelay', '1']),
    ...(place.keyFile === undefined ? [] : ['--auth', '--keyFile', place.keyFile]),
    ...['--logpath', logFile, '--logappend', '--quiet'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ];
}

async function comesUp(child: ChildProcess, port: number): Promise<boolean> {
  const giveUpAt = performance.now() + ANSWER_LIMIT_MS;
  while (child.pid !== undefined && child.exitCode === null && performance.now() < giveUpAt) {
    if (await isListening(port)) return true;
    await pause(20);
  }
  return false;
}

async function complaintIn(logFile: string): Promise<string> {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  const complaint = log.split('\n').findLast((line) => /"s":"[EF]".*"attr"/.test(line)) ?? 'no word in its log';
  return complaint.slice(0, 500);
}
