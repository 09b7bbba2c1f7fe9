import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder outside the source tree that keeps what was downloaded once; created when missing. */
export async function cacheFolder(): Promise<string> {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'sales-agent');
  await mkdir(folder, { recursive: true });
  return folder;
}
