import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectRoot } from './project-root.mjs';

const HOW = 'npm run fuzz -- [--rounds N] [--seed N] [PATH…]';
const { rounds, seed, paths } = choices();
await ensureInstalled();
const specs = propertiesIn(paths);
if (specs.length === 0) giveUp(`No spec below ${paths.join(', ')} uses fast-check.`);

for (let round = 1; round <= rounds; round += 1) {
  const drawn = seed ?? randomInt(2 ** 31);
  const startedAt = Date.now();
  const { status, stderr } = play(drawn);
  const took = Math.round((Date.now() - startedAt) / 1000);
  console.log(`round ${round} of ${rounds}, seed ${drawn}: ${status === 0 ? 'holds' : 'FAILED'}, ${took} s`);
  if (status === 0) continue;
  console.error(stderr);
  console.log(`Play it again: npm run fuzz -- --seed ${drawn}${paths.map((path) => ` ${path}`).join('')}`);
  process.exit(1);
}

function choices() {
  const option = { type: 'string' };
  try {
    const { values, positionals } = parseArgs({
      options: { rounds: option, seed: option },
      allowPositionals: true,
    });
    const seed = values.seed === undefined ? undefined : whole('seed', values.seed, 0);
    const rounds = whole('rounds', values.rounds ?? (seed === undefined ? '3' : '1'), 1);
    return { rounds, seed, paths: positionals };
  } catch (error) {
    return giveUp(error.message);
  }
}

function whole(option, given, least) {
  if (!/^\d{1,10}$/.test(given) || Number(given) < least || Number(given) >= 2 ** 31) {
    throw new Error(`--${option} must be a whole number of at least ${least}.`);
  }
  return Number(given);
}

function giveUp(why) {
  console.error(`${why} ${HOW}`);
  process.exit(2);
}

/** The specs that draw, below one of the paths or anywhere. */
function propertiesIn(paths) {
  return ['apps', 'libs', 'tools', 'test']
    .flatMap((folder) => readdirSync(join(projectRoot, folder), { recursive: true }).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.spec.ts') && (paths.length === 0 || paths.some((path) => name.startsWith(path))))
    .filter((name) => /from 'fast-check'/.test(readFileSync(join(projectRoot, name), 'utf8')));
}

function play(drawn) {
  const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  // A failed test may leave a server open, and that must not hold up the round; a slow machine is no finding.
  const args = [jest, '--forceExit', '--silent', '--testTimeout=600000', '--runTestsByPath', ...specs];
  return spawnSync(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, FUZZ_SEED: String(drawn) },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
}
