import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyFile } from '@app/persistence/keys/key-ring';
import type { Settings } from '@app/runtime/config/settings';
import { eventually } from './eventually';

/** A service that runs as a process of its own. */
export interface ServiceProcess {
  readonly pid: number;
  /** Everything it wrote so far. */
  log(): string;
  /** Sends the signal and waits until it is gone; the exit code, or null after a SIGKILL. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

const DIST = join(__dirname, '../../dist/apps');

/** Starts a built service, with `more` in its environment, and waits until it says that it is ready. */
export async function startService(
  app: string,
  settings: Settings,
  keys: KeyFile,
  more: NodeJS.ProcessEnv = {},
): Promise<ServiceProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'sales-agent-keys-'));
  const keyFile = join(folder, 'keys.json');
  writeFileSync(keyFile, JSON.stringify(keys));
  return startProgram(app, folder, {
    MONGODB_URI: settings.mongodbUri,
    MONGODB_DATABASE: settings.mongodbDatabase,
    KEY_FILE: keyFile,
    MAIL_LOOPBACK_ONLY: 'true',
    MOVABLE_CLOCK: String(settings.movableClock),
    UNSUBSCRIBE_URL: settings.unsubscribeUrl,
    HTTP_PORT: settings.httpPort?.toString(),
    HEALTH_PORT: String(settings.healthPort),
    LOG_TEXTS: String(settings.logTexts),
    OTEL_EXPORTER_OTLP_ENDPOINT: settings.otlpEndpoint,
    LEDGER_JOURNAL: settings.ledgerJournal,
    ...more,
  });
}

/** Starts a built program that needs no key file, with nothing else in its environment. */
export function startHost(env: NodeJS.ProcessEnv): Promise<ServiceProcess> {
  return startProgram('llm-host', mkdtempSync(join(tmpdir(), 'sales-agent-host-')), env);
}

/** The folder is where it runs, and goes with it. */
async function startProgram(app: string, folder: string, env: NodeJS.ProcessEnv): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [join(DIST, app, 'main.js')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...env },
  });
  let log = '';
  child.stdout.on('data', (part: Buffer) => (log += part.toString()));
  child.stderr.on('data', (part: Buffer) => (log += part.toString()));
  const exited = once(child, 'exit').then(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  await eventually(
    `${app} to be ready`,
    () => {
      if (child.exitCode !== null) throw new Error(`${app} ended: ${log}`);
      return Promise.resolve(log.includes('is ready') || null);
    },
    40_000,
  );
  return {
    pid: child.pid ?? 0,
    log: () => log,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
