import { transformFileSync } from '@swc/core';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dieWithThisProcess } from './die-with-this-process';

describe('a process bound to the life of another', () => {
  it('ends, and its folder goes, when the other is killed with SIGKILL', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bond-'));
    const parent = parentWithSleeper(folder);
    await once(parent.stdout, 'data');

    parent.kill('SIGKILL');
    // The sleeper holds this pipe too: it closes when both are gone.
    await once(parent.stdout, 'close');

    expect(await goneWithin(5_000, folder)).toBe(true);
  });

  it('runs on once it is let go, and its folder stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bond-'));
    const sleeper = spawn('sleep', ['60']);

    dieWithThisProcess(sleeper.pid, folder).release();
    await pause(100);

    expect(sleeper.exitCode).toBeNull();
    expect(existsSync(folder)).toBe(true);
    sleeper.kill();
    await once(sleeper, 'exit');
    rmSync(folder, { recursive: true });
  });
});

function parentWithSleeper(folder: string) {
  const { code } = transformFileSync(join(__dirname, 'die-with-this-process.ts'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  writeFileSync(join(folder, 'bond.cjs'), code);
  const script = `
    const { dieWithThisProcess } = require('./bond.cjs');
    const sleeper = require('node:child_process').spawn('sleep', ['60'], { detached: true, stdio: 'inherit' });
    dieWithThisProcess(sleeper.pid, process.cwd());
    console.log('bound');`;
  return spawn(process.execPath, ['-e', script], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function goneWithin(limitMs: number, folder: string): Promise<boolean> {
  const giveUpAt = performance.now() + limitMs;
  while (existsSync(folder) && performance.now() < giveUpAt) await pause(50);
  return !existsSync(folder);
}
