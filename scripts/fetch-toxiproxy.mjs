import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Builds toxiproxy, which cuts and slows connections for `npm run stress`, into the cache folder unless it is there; prints its path. */
const VERSION = '2.5.0';
const LIMIT_MS = 300_000;

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sales-agent');
const program = join(cache, `toxiproxy-${VERSION}`);
try {
  if (!existsSync(program)) build();
  console.log(program);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Beside its final place and renamed, so that nobody sees half of it. Go's checksum database vouches for the source. */
function build() {
  mkdirSync(cache, { recursive: true });
  const workplace = mkdtempSync(join(cache, 'building-'));
  try {
    const args = ['install', `github.com/Shopify/toxiproxy/v2/cmd/server@v${VERSION}`];
    const env = { ...process.env, GOBIN: workplace };
    const { error, status, stderr } = spawnSync('go', args, { env, encoding: 'utf8', timeout: LIMIT_MS });
    if (error) throw new Error(error.code === 'ENOENT' ? 'there is no go to build it with' : error.message);
    if (status !== 0) throw new Error(`go cannot build it: ${stderr.trim().split('\n').at(-1)}`);
    renameSync(join(workplace, 'server'), program);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}
