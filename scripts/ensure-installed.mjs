import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';
import { projectRoot } from './project-root.mjs';

/** Runs `npm ci` unless node_modules holds what package-lock.json asks for; ends the process when that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await oneAtATime('install', () => {
    if (!isInstalled()) install();
  });
}

function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (present[path] ? present[path].version === version : optional),
  );
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(projectRoot, lockFile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.error('Installing packages with npm ci, which may take a minute: node_modules is missing or out of date.');
  const { status, stdout, stderr } = spawnSync('npm', ['ci', '--no-progress'], { cwd: projectRoot, encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await ensureInstalled();
