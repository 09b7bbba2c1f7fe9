import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectRoot } from './project-root.mjs';

await ensureInstalled();
await ensureBuilt(['sales-brain', 'mail-gateway', 'tg-gateway', 'llm-host', 'cli', 'demo', 'mailbox']);

const folder = mkdtempSync(join(tmpdir(), 'test-results-'));
const resultFile = join(folder, 'results.json');
const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
// A failed test may leave a server open, and that must not hold a build machine for ever.
const args = [jest, '--forceExit', '--json', `--outputFile=${resultFile}`, ...process.argv.slice(2)];
const run = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['inherit', 'ignore', 'pipe'] });
const limit = setTimeout(() => run.kill('SIGKILL'), 30 * 60_000);
for await (const line of createInterface({ input: run.stderr })) if (!isNoise(line)) console.error(line);
if (run.exitCode === null && run.signalCode === null) await once(run, 'exit');
clearTimeout(limit);
const results = readResults();
rmSync(folder, { recursive: true });

const passed = results?.numPassedTests ?? 0;
// A file that does not even load counts as one failure.
const failed = results === undefined ? 1 : results.numFailedTests + results.numRuntimeErrorTestSuites;
const skipped = skippedIn(results);
for (const title of skipped) console.log(`skipped: ${title}`);
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exitCode = run.exitCode === 0 && failed === 0 && passed > 0 ? 0 : 1;

function readResults() {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function skippedIn(found) {
  return (found?.testResults ?? [])
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'pending' || test.status === 'todo')
    .map((test) => test.fullName);
}

/** What jest says of the way it is run here, not of a test. */
function isNoise(line) {
  return /^(Force exiting Jest|Test results written to|Running \d+ projects|npm warn)/.test(line);
}
