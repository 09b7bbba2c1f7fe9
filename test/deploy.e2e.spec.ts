import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { isBuiltin } from 'node:module';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MongoClient } from 'mongodb';
import { freePort } from '@app/peers/system/free-port';
import { resolveMongodBinary } from '@app/peers/mongo/resolve-mongod-binary';
import { parse } from 'yaml';
import { makeAuthority, makeCertificate } from './support/certificates';
import { eventually } from './support/eventually';

const ROOT = join(__dirname, '..');
const OWNER_PASSWORD = 'a long random word';

const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
const at = (path: string): string => join(folder, path);
let port: number;
let mongod: ChildProcess;

/** What the compose file says of a service; a command of it is run here as a process. */
const { services } = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, { command: string[]; entrypoint: string[]; healthcheck: { test: string[] } }>;
};

beforeAll(async () => {
  port = await freePort();
  for (const name of ['bin', 'db', 'config', 'tls', 'keys', 'secrets', 'ledger']) mkdirSync(at(name));
  const authority = makeAuthority();
  const { key, cert } = makeCertificate('127.0.0.1', { authority });
  writeFileSync(at('tls/mongo.pem'), key + cert);
  writeFileSync(at('authority.pem'), authority.cert);
  writeFileSync(at('stranger.pem'), makeAuthority().cert);
  symlinkSync((await resolveMongodBinary(() => undefined)).path, at('bin/mongod'));
  mongod = startMongod();
  await isListening();
}, 60_000);

afterAll(async () => {
  mongod.kill('SIGKILL');
  await once(mongod, 'exit').catch(() => undefined);
  rmSync(folder, { recursive: true });
});

/** The script of the compose file's `mongo`, with its folders and port here. */
function startMongod(): ChildProcess {
  const [bash = '', script = ''] = services['mongo']?.entrypoint ?? [];
  const args = [
    join(ROOT, 'deploy/mongo', script.replace('/deploy/', '')),
    '--dbpath',
    at('db'),
    '--port',
    String(port),
  ];
  const env = { PATH: `${at('bin')}:${process.env['PATH'] ?? ''}`, MONGO_CONFIG: at('config'), MONGO_TLS: at('tls') };
  const quiet = ['--quiet', '--logpath', at('mongod.log'), '--setParameter', 'diagnosticDataCollectionEnabled=false'];
  return spawn(bash, [...args, ...quiet], { env, stdio: 'ignore' });
}

function isListening(): Promise<true> {
  const check = join(ROOT, 'deploy/mongo/is-listening.sh');
  return eventually('mongod', async () => spawnSync('bash', [check, String(port)]).status === 0 || null, 30_000);
}

async function run(command: readonly string[], env: NodeJS.ProcessEnv) {
  const [program = '', ...args] = command;
  const child = spawn(program === 'node' ? process.execPath : program, args, { cwd: ROOT, env });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, err };
}

function setUp(change: NodeJS.ProcessEnv = {}) {
  return run(services['setup']?.command ?? [], {
    MONGODB_HOST: `127.0.0.1:${String(port)}`,
    MONGODB_OWNER_PASSWORD: OWNER_PASSWORD,
    MONGODB_DATABASE: 'sales_agent',
    MONGODB_URI_FILE: at('secrets/mongodb-uri'),
    KEY_FILE: at('keys/keys.json'),
    SECRETS: at('secrets'),
    PRODUCT: join(ROOT, 'products/otzyvy'),
    ...change,
  });
}

describe('the first start of an installation', () => {
  it('makes the secret of the set’s members, which nobody else can read', () => {
    expect(statSync(at('config/members.key')).mode & 0o777).toBe(0o400);
  });

  it('says what to edit when the owner has no password', async () => {
    expect(await setUp({ MONGODB_OWNER_PASSWORD: '' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('MONGODB_OWNER_PASSWORD is empty'),
    });
  });

  it('makes replica set, users, keys, database and product by itself', async () => {
    const { code, out, err } = await setUp();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('sales-brain logs in as sales-brain');
    expect(statSync(at('secrets/sales-brain/mongodb-uri')).mode & 0o777).toBe(0o600);
    const uri = readFileSync(at('secrets/mail-gateway/mongodb-uri'), 'utf8').trim();
    expect(out).not.toContain(new URL(uri).password);
    const gateway = await MongoClient.connect(uri);
    await expect(gateway.db('sales_agent').collection('turns').findOne()).rejects.toMatchObject({ code: 13 });
    await gateway.close();
  }, 60_000);

  it('changes nothing when it is made again, as every start does', async () => {
    const before = readFileSync(at('secrets/cli/mongodb-uri'), 'utf8');
    const keys = readFileSync(at('keys/keys.json'), 'utf8');
    expect(await setUp()).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(at('secrets/cli/mongodb-uri'), 'utf8')).toBe(before);
    expect(readFileSync(at('keys/keys.json'), 'utf8')).toBe(keys);
  }, 60_000);

  it('says so when the owner has another password by now', async () => {
    expect(await setUp({ MONGODB_OWNER_PASSWORD: 'another' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('put the right one into .env'),
    });
  });

  it('lets nobody in without a password', async () => {
    const stranger = await MongoClient.connect(`mongodb://127.0.0.1:${String(port)}/?directConnection=true`);
    await expect(stranger.db('sales_agent').collection('contacts').findOne()).rejects.toMatchObject({ code: 13 });
    await stranger.close();
  });
});

describe('the containers’ programs', () => {
  it.each(['sales-brain', 'mail-gateway', 'llm-host', 'cli'])('%s asks for no package the image lacks', (app) => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
    };
    const built = readFileSync(join(ROOT, 'dist/apps', app, 'main.js'), 'utf8');
    const asked = [...built.matchAll(/require\("(?!node:)((?:@[\w.-]+\/)?[\w.-]+)[^"]*"\)/g)].map(
      ([, name = '']) => name,
    );
    const packages = [...new Set(asked)].filter((name) => !isBuiltin(name));
    expect(packages.length).toBeGreaterThan(3);
    const { packages: locked } = lock;
    expect(packages.filter((name) => locked[`node_modules/${name}`]?.dev !== undefined)).toEqual([]);
    expect(packages.filter((name) => locked[`node_modules/${name}`] === undefined)).toEqual([]);
  });

  it.each([
    ['sales-brain', 'sales-brain'],
    ['mail-gateway', 'mail-gateway'],
  ])(
    '%s becomes healthy, and ends within ten seconds of being asked to',
    async (service, secrets) => {
      const healthPort = String(await freePort());
      const env = {
        MONGODB_URI_FILE: at(`secrets/${secrets}/mongodb-uri`),
        MONGODB_DATABASE: 'sales_agent',
        KEY_FILE: at('keys/keys.json'),
        LEDGER_JOURNAL: at('ledger/ledger.jsonl'),
        HEALTH_PORT: healthPort,
        HEALTH_HOST: '127.0.0.1',
        HTTP_PORT: '',
      };
      const [, ...args] = services[service]?.command ?? [];
      const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore' });
      const [, ...check] = services[service]?.healthcheck.test ?? [];
      await eventually('health', async () => ((await run(check, env)).code === 0 ? true : null), 30_000);
      const asked = performance.now();
      child.kill('SIGTERM');
      await once(child, 'exit');
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect((await run(check, env)).code).not.toBe(0);
    },
    60_000,
  );

  it('cli answers', async () => {
    const env = { MONGODB_URI_FILE: at('secrets/cli/mongodb-uri'), KEY_FILE: at('keys/keys.json') };
    const { entrypoint = [] } = services['cli'] ?? {};
    expect(await run([...entrypoint, 'product', 'show'], env)).toMatchObject({ code: 0, err: '' });
    const { code, out } = await run([...entrypoint, 'doctor', '--json'], env);
    expect(code).toBe(1);
    const findings = JSON.parse(out) as { name: string; state: string }[];
    expect(findings.flatMap(({ name, state }) => (state === 'wrong' ? [name] : []))).toEqual([
      'mailbox',
      'sales-brain',
      'mail-gateway',
    ]);
  });

  it('mailbox takes mail from the agent and from contacts', async () => {
    const { command = [], healthcheck } = services['mailbox'] ?? {};
    const child = spawn(process.execPath, command.slice(1), { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
    const [, ...check] = healthcheck?.test ?? [];
    await eventually('the mailbox', async () => ((await run(check, {})).code === 0 ? true : null), 15_000);
    let shown = '';
    child.stdout.on('data', (part: Buffer) => (shown += part.toString()));
    const writing = [...command.slice(0, 2), 'write', 'anna@example.com', 'Пришлите презентацию'];
    expect(await run(writing, {})).toMatchObject({ code: 0, err: '' });
    await eventually('the mail', async () => shown.includes('anna@example.com -> sales@example.test') || null);
    child.kill('SIGTERM');
  });
});

describe('a GPU host that comes over the internet', () => {
  const HOST = 'gpu';
  const reach = (options: string) =>
    MongoClient.connect(
      `mongodb://${HOST}:word@127.0.0.1:${String(port)}/?authSource=sales_agent&directConnection=true${options}`,
      { serverSelectionTimeoutMS: 2_000 },
    );

  beforeAll(async () => {
    writeFileSync(at('password'), 'word');
    const uri = `mongodb://owner:${encodeURIComponent(OWNER_PASSWORD)}@127.0.0.1:${String(port)}/?directConnection=true`;
    const env = { MONGODB_URI: uri, KEY_FILE: at('keys/keys.json') };
    const making = ['init', '--llm-host-user', HOST, '--llm-host-password-file', at('password')];
    expect(await run([...(services['cli']?.entrypoint ?? []), ...making], env)).toMatchObject({ code: 0 });
  });

  it('speaks TLS with a server whose certificate it knows', async () => {
    const host = await reach(`&tls=true&tlsCAFile=${at('authority.pem')}`);
    expect(await host.db('sales_agent').collection('llm_jobs').findOne()).toBeNull();
    await host.close();
  });

  it('says nothing to one that only looks like it', async () => {
    await expect(reach(`&tls=true&tlsCAFile=${at('stranger.pem')}`)).rejects.toThrow(/certificate/);
  });
});
