import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock';

describe('a person who starts the demo twice in one folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const file = join(folder, 'running');

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is told which process has it', () => {
    const unlock = lockFolder(file);
    expect(() => lockFolder(file)).toThrow(`(process ${String(process.pid)})`);
    unlock();
    expect(existsSync(file)).toBe(false);
  });

  it('is not held up by a demo that was killed', () => {
    writeFileSync(file, '999999999');
    lockFolder(file)();
    expect(existsSync(file)).toBe(false);
  });
});
