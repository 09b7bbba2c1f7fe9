import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = 'pymongo==4.17.0';
const INSTALL_LIMIT_MS = 120_000;

/** MongoDB's driver for Python in a folder of its own for PYTHONPATH, installed once; or why it is not to be had here. */
export function pymongo(): { readonly folder: string } | { readonly lacks: string } {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sales-agent');
  const folder = join(cache, PACKAGE.replace('==', '-'));
  if (existsSync(join(folder, 'pymongo'))) return { folder };
  if (spawnSync('python3', ['--version']).status !== 0) return { lacks: 'python3 is not here' };
  const args = ['-m', 'pip', 'install', '--quiet', '--target', folder, PACKAGE];
  const { status, stderr } = spawnSync('python3', args, { timeout: INSTALL_LIMIT_MS, encoding: 'utf8' });
  return status === 0
    ? { folder }
    : { lacks: `pip cannot install ${PACKAGE}: ${stderr.trim().split('\n').at(-1) ?? ''}` };
}
