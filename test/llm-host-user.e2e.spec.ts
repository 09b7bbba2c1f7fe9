import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MongoClient } from 'mongodb';
import { spawnGuardedMongod, type GuardedMongod } from '@app/peers/mongo/spawn-guarded-mongod';
import { testDatabase } from './support/test-database';

const CLI = join(__dirname, '..', 'dist/apps/cli/main.js');
const MAKING = ['init', '--llm-host-user', 'gpu', '--llm-host-password-file', '-'];

describe('an operator who lets a GPU host in', () => {
  const open = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'llm-host-'));
  let mongod: GuardedMongod;

  beforeAll(async () => {
    mongod = await spawnGuardedMongod();
  }, 60_000);

  afterAll(async () => {
    await mongod.stop();
    rmSync(folder, { recursive: true });
  });

  it('gives it a user that sees the jobs and nothing else', async () => {
    const { code, out, err } = await agent(MAKING, mongod.uriOf(), 'sales', 'secret\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('The GPU host logs in as gpu (authSource=sales) and may find, update and watch llm_jobs');
    expect(out).not.toContain('secret');

    const host = await MongoClient.connect(mongod.uriOf('gpu', 'secret', 'sales'));
    expect(await host.db('sales').collection('llm_jobs').findOne()).toBeNull();
    await expect(host.db('sales').collection('contacts').findOne()).rejects.toMatchObject({ codeName: 'Unauthorized' });
    await host.close();
  });

  it('is told to start MongoDB with users where everybody is let in', async () => {
    expect(await agent(MAKING, open.uri, open.name, 'secret')).toMatchObject({
      code: 2,
      err: expect.stringContaining('start mongod with --auth'),
    });
  });

  it('is told what is missing of a half-named user', async () => {
    expect(await agent(['init', '--llm-host-user', 'gpu'], open.uri, open.name, '')).toMatchObject({
      code: 2,
      err: expect.stringContaining('give both'),
    });
  });

  async function agent(args: readonly string[], uri: string, database: string, given: string) {
    const env = { MONGODB_URI: uri, MONGODB_DATABASE: database, KEY_FILE: join(folder, `${database}.json`) };
    const run = spawn(process.execPath, [CLI, ...args], { cwd: folder, env });
    const code = new Promise<number | null>((resolve) => run.on('close', resolve));
    run.stdin.on('error', () => undefined).end(given);
    const [out, err] = await Promise.all([text(run.stdout), text(run.stderr)]);
    return { code: await code, out, err };
  }
});
