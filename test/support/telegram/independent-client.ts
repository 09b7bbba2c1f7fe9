import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Where .ci/run puts the library, for PYTHONPATH. */
const FOLDER = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'sales-agent',
  'python-telegram-bot-22.8',
);

/** Why the script cannot be run here, and what to do about it; null when it can. */
export function independentClientLacks(): string | null {
  if (spawnSync('python3', ['--version']).status !== 0) return 'python3 is not here';
  return existsSync(join(FOLDER, 'telegram')) ? null : `python-telegram-bot is not in ${FOLDER}; .ci/run puts it there`;
}

/** Runs the script with these arguments to its end, and gives what it printed; throws what it complained of. */
export async function runIndependentClient(...args: readonly string[]): Promise<unknown> {
  const script = join(__dirname, 'independent-client.py');
  const child = spawn('python3', ['-W', 'ignore', script, ...args], { env: { ...process.env, PYTHONPATH: FOLDER } });
  const [printed, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (printed === '') throw new Error(complaint);
  return JSON.parse(printed);
}
