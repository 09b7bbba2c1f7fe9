import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import { makeKeyFile } from './make-key-file';

describe('the key file of a new installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds a key of each family and is readable by its owner only', async () => {
    const path = join(folder, 'new.json');
    expect(await makeKeyFile(path)).toBe('made');

    const keys = readKeyFile(path);
    expect(keys.ledger.current.bytes).toHaveLength(32);
    expect(keys.unseal(keys.seal('secret', 'account'), 'account')).toBe('secret');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is never written over', async () => {
    const path = join(folder, 'standing.json');
    writeFileSync(path, 'precious');
    expect(await makeKeyFile(path)).toBe('exists');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('asks for another place when it cannot be written there', async () => {
    await expect(makeKeyFile(join(folder, 'nowhere', 'keys.json'))).rejects.toThrow(/cannot be made \(ENOENT\)/);
  });
});
