import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = 'pymongo==4.17.0';
const INSTALL_LIMIT_MS = 120_000;

/** MongoDB's driver for Python, in a folder of its own for PYTHONPATH. */
export const PYMONGO_FOLDER = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'sales-agent',
  PACKAGE.replace('==', '-'),
);

/** Why the driver is not to be had here; null when it is, by now installed. */
export function pymongoLacks(): string | null {
  if (existsSync(join(PYMONGO_FOLDER, 'pymongo'))) return null;
  if (spawnSync('python3', ['--version']).status !== 0) return 'python3 is not here';
  const args = ['-m', 'pip', 'install', '--quiet', '--target', PYMONGO_FOLDER, PACKAGE];
  const { status, stderr } = spawnSync('python3', args, { timeout: INSTALL_LIMIT_MS, encoding: 'utf8' });
  return status === 0 ? null : `pip cannot install ${PACKAGE}: ${stderr.trim().split('\n').at(-1) ?? ''}`;
}
