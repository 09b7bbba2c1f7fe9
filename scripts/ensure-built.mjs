import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';
import { projectRoot } from './project-root.mjs';

const SOURCES = [
  'apps',
  'libs',
  'tools',
  'test/support/telegram',
  'nest-cli.json',
  'webpack.config.cjs',
  'tsconfig.json',
  'package-lock.json',
];
const { projects } = JSON.parse(readFileSync(join(projectRoot, 'nest-cli.json'), 'utf8'));

/** The file that runs a built project. */
export function mainOf(project) {
  return join(projectRoot, 'dist', projects[project].root, 'main.js');
}

/** Builds those of the projects whose source is newer than what was built; leaves no line behind unless that fails, which ends the process. */
export async function ensureBuilt(wanted) {
  if (staleOf(wanted).length === 0) return;
  await oneAtATime('build', () => {
    const stale = staleOf(wanted);
    if (stale.length > 0) build(stale);
  });
}

function staleOf(wanted) {
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(projectRoot, source))));
  return wanted.filter((project) => builtAt(project) < newest);
}

function builtAt(project) {
  return statSync(mainOf(project), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** A folder's own time counts too: it is how a deleted or renamed file shows. */
function newestIn(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return path.endsWith('.spec.ts') ? 0 : found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function build(stale) {
  const startedAt = new Date();
  const nest = join(projectRoot, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const isWatched = process.stderr.isTTY;
  if (isWatched) process.stderr.write('Building…');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build', ...stale], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  if (isWatched) process.stderr.write('\r\u001b[K');
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(1);
  }
  // What was edited while the build ran is newer than the build.
  for (const project of stale) utimesSync(mainOf(project), startedAt, startedAt);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await ensureBuilt(Object.keys(projects));
