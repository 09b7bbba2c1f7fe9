import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { EJSON } from 'bson';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { spawnGuardedMongod, type GuardedMongod } from '@app/peers/mongo/spawn-guarded-mongod';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { InstanceStore } from '@app/persistence/instances/instance.store';
import type { KeyFile } from '@app/persistence/keys/key-ring';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { aCommand } from '@app/persistence/testing/a-command';
import { eventually } from './support/eventually';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';

const DATABASE = 'sales';
const SALES = 'sales@seller.test';
const OTHER = 'other@seller.test';
const ANNA = 'anna@example.com';
const STRANGER = 'stranger@example.com';
const CLI = join(__dirname, '..', 'dist/apps/cli/main.js');

/** The servers refuse it, so that there is much to say about it. */
const PLANTED = 'planted-Kestrel-9317';
const REFRESH_TOKEN = 'planted-refresh-4471';
const CLIENT_SECRET = 'planted-client-8810';

const folder = mkdtempSync(join(tmpdir(), 'planted-'));
const keyFile = join(folder, 'keys.json');
const said: string[] = [];
let mongod: GuardedMongod;
let mail: EmbeddedMail;
let world: SalesWorld;

beforeAll(async () => {
  mongod = await spawnGuardedMongod();
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  const servers = { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) };
  world = await SalesWorld.open({ uri: mongod.uriOf(), name: DATABASE }, servers);
  world.writeKeyFile(keyFile);
}, 90_000);

afterAll(async () => {
  await world.close();
  await mail.stop();
  await mongod.stop();
  rmSync(folder, { recursive: true });
});

async function agent(args: readonly string[]): Promise<number | null> {
  const env = {
    MONGODB_URI: mongod.uriOf(),
    MONGODB_DATABASE: DATABASE,
    KEY_FILE: keyFile,
    MAIL_LOOPBACK_ONLY: 'true',
  };
  const run = spawn(process.execPath, [CLI, ...args], { cwd: folder, env });
  const code = new Promise<number | null>((resolve) => run.on('close', resolve));
  said.push(...(await Promise.all([text(run.stdout), text(run.stderr)])));
  return code;
}

async function addAccount(address: string, login: { password: string } | { oauth: object }): Promise<void> {
  const { smtp, imap } = await world.db.accounts.findById('sales').orFail().lean();
  const account = { _id: address, address, user: address, productId: 'otzyvy', smtp, imap, security: 'none' } as const;
  const rest = { plusAddressing: false, createdAt: new Date() };
  await new AccountStore(world.db, world.keys).add({ ...account, ...rest, ...(login as { password: string }) });
}

/** All that is stored, as MongoDB's own JSON. */
async function everythingStored(): Promise<string> {
  const names = await world.db.driver.listCollections({}, { nameOnly: true }).toArray();
  const all = await Promise.all(names.map(({ name }) => world.db.driver.collection(name).find().toArray()));
  return EJSON.stringify(all);
}

/** What nobody but a login may ever see. */
function secrets(): readonly string[] {
  const { ledger, secrets: sealing } = JSON.parse(readFileSync(keyFile, 'utf8')) as KeyFile;
  const keys = [...Object.values(ledger.keys), ...Object.values(sealing.keys)];
  const passwords = [PLANTED, REFRESH_TOKEN, CLIENT_SECRET, 'root-password'];
  return [...keys, ...passwords, ...passwords.map((word) => Buffer.from(word).toString('base64'))];
}

function shownIn(place: string): readonly string[] {
  return secrets().filter((secret) => place.includes(secret));
}

describe('a secret', () => {
  it('is in no line that a service logs, no document, and no answer of the command line', async () => {
    await addAccount(OTHER, { password: PLANTED });
    const oauth = { tokenUrl: 'http://127.0.0.1:9/token', clientId: 'us', clientSecret: CLIENT_SECRET };
    await addAccount('oauth@seller.test', { oauth: { ...oauth, refreshToken: REFRESH_TOKEN } });
    const services = [await world.startProcess('sales-brain'), await world.startProcess('mail-gateway')];
    await world.addContact(ANNA);
    await world.db.outbox.updateMany({}, { $set: { accountId: OTHER } });
    await eventually('the refused login to be logged', () =>
      Promise.resolve(services.some((service) => service.log().includes('cannot be read now')) || null),
    );
    for (const args of [
      ['account', 'list'],
      ['account', 'check'],
      ['account', 'check', '--json'],
      ['account', 'list', '--json'],
      ['contact', 'show', ANNA, '--json'],
      ['contact', 'export', ANNA],
      ['outbox', 'list', '--json'],
      ['suppression', 'list', '--json'],
      ['doctor'],
      ['doctor', '--json'],
    ]) {
      await agent(args);
    }
    for (const service of services) {
      await service.end('SIGTERM');
      said.push(service.log());
    }
    expect(said.join('').length).toBeGreaterThan(2_000);
    expect(shownIn(said.join('\n'))).toEqual([]);
    expect(shownIn(await everythingStored())).toEqual([]);
  }, 90_000);

  it('is sealed with a new key at the operator’s word, and still opens', async () => {
    const before = JSON.parse(readFileSync(keyFile, 'utf8')) as KeyFile;
    await world.db.instances.deleteMany({});
    expect(await agent(['account', 'rekey'])).toBe(0);
    const after = JSON.parse(readFileSync(keyFile, 'utf8')) as KeyFile;
    expect(after.secrets.keys).toMatchObject(before.secrets.keys);
    expect(after.secrets.current).not.toBe(before.secrets.current);
    const sealedWith = await world.db.accounts.distinct('password.keyId', { password: { $ne: null } });
    expect(sealedWith).toEqual([after.secrets.current]);
    await agent(['account', 'check', SALES, '--json']);
    expect(said.at(-2)).toContain('"name":"smtp","state":"right"');
    expect(shownIn(said.join('\n'))).toEqual([]);
  }, 60_000);

  it('of the ledger is added beside the old ones, so that no stop is forgotten', async () => {
    const suppressions = new SuppressionStore(world.db, world.keys);
    const command = await aCommand(world.db, { type: 'suppressAddress', address: STRANGER });
    await suppressions.suppressAddress(command, { address: STRANGER, because: 'imported', at: new Date() });
    expect(await agent(['suppression', 'rekey'])).toBe(0);
    expect(await agent(['suppression', 'check', STRANGER, '--json'])).toBe(0);
    expect(said.at(-2)).toContain('"suppressed":true');
    const { ledger } = JSON.parse(readFileSync(keyFile, 'utf8')) as KeyFile;
    expect(Object.keys(ledger.keys)).toHaveLength(2);
  }, 60_000);

  it('is left as it is while a service runs with it', async () => {
    const brain = { _id: 'brain', service: 'sales-brain', host: 'here', pid: 1, sweepFinds: 0 };
    await new InstanceStore(world.db).beat(brain);
    expect(await agent(['account', 'rekey'])).toBe(2);
    expect(await agent(['suppression', 'rekey'])).toBe(2);
    expect(said.at(-1)).toContain('sales-brain runs with the keys of before');
  }, 60_000);
});
