import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { spawnGuardedMongod, type GuardedMongod } from '@app/peers/mongo/spawn-guarded-mongod';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { InstanceStore } from '@app/persistence/instances/instance.store';
import type { TelegramBot } from '@app/persistence/telegram/bot.schema';
import { grantUser } from '@app/persistence/rights/grant-user';
import { ACCOUNT_PASSWORD, SalesWorld } from '../../../../test/support/sales-world';
import { examine } from './examine';
import type { Finding } from './finding';

const DATABASE = 'sales';
const SALES = 'sales@seller.test';
const TOKEN = '4711:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawA';

const BOT: TelegramBot = {
  _id: '4711',
  username: 'otzyvy_bot',
  productId: 'otzyvy',
  webhook: '',
  heldBy: 'tg-gateway-1',
  paused: null,
};

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
let mongod: GuardedMongod;
let mail: EmbeddedMail;
let world: SalesWorld;
let outside: Server;
let webhook: object = { url: '', pending_update_count: 0 };

beforeAll(async () => {
  mongod = await spawnGuardedMongod();
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  const servers = { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) };
  world = await SalesWorld.open({ uri: mongod.uriOf(), name: DATABASE }, servers);
  outside = createServer(({ url }, response) => {
    const answers: Readonly<Record<string, object>> = {
      [`/bot${TOKEN}/getMe`]: { ok: true, result: { username: 'otzyvy_bot' } },
      [`/bot${TOKEN}/getWebhookInfo`]: { ok: true, result: webhook },
      '/v1/models': { data: [{ id: 'small' }] },
    };
    const answer = answers[url ?? ''];
    response.writeHead(answer ? 200 : 401).end(JSON.stringify(answer ?? {}));
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  await world.db.telegramBots.insertMany([BOT]);
  for (const service of ['sales-brain', 'mail-gateway', 'cli'] as const) {
    await grantUser(world.db.driver, service, { name: service, password: 'secret' });
  }
}, 90_000);

afterAll(async () => {
  outside.close();
  await world.close();
  await mail.stop();
  await mongod.stop();
  rmSync(folder, { recursive: true });
});

function environment(change: Readonly<Record<string, string>> = {}) {
  const there = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}`;
  return {
    MONGODB_URI: mongod.uriOf('cli', 'secret', DATABASE),
    MONGODB_DATABASE: DATABASE,
    KEY_FILE: world.writeKeyFile(join(folder, 'keys.json')),
    MAIL_LOOPBACK_ONLY: 'true',
    LEDGER_JOURNAL: join(folder, 'ledger.jsonl'),
    TELEGRAM_API_ROOT: there,
    TELEGRAM_BOT_TOKEN: TOKEN,
    LLM_ENDPOINT: there,
    LLM_MODEL: 'small',
    ...change,
  };
}

async function wrongIn(change: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  return namesOf(await examine(environment(change)), 'wrong');
}

function namesOf(findings: readonly Finding[], state: Finding['state']): readonly string[] {
  return findings.flatMap((finding) => (finding.state === state ? [finding.name] : []));
}

async function beatAll(): Promise<void> {
  for (const service of ['sales-brain', 'mail-gateway', 'tg-gateway']) await beat(service);
}

/** What is said wrong of Telegram while the bot, the product or what Telegram says of a webhook is otherwise. */
async function wrongOfBot(change: Partial<TelegramBot>, told: object = {}): Promise<string> {
  await beatAll();
  webhook = { url: '', pending_update_count: 0, ...told };
  await world.db.telegramBots.updateOne({ _id: BOT._id }, { $set: change });
  const findings = await examine(environment());
  webhook = { url: '', pending_update_count: 0 };
  await world.db.telegramBots.updateOne({ _id: BOT._id }, { $set: BOT });
  return findings.flatMap(({ name, state, said }) => (state === 'wrong' ? [`${name}: ${said}`] : [])).join('\n');
}

async function beat(service: string): Promise<void> {
  const instance = { _id: `${service}-1`, service, host: 'here', pid: 1, sweepFinds: 0 };
  await new InstanceStore(world.db).beat(instance);
}

describe('an operator who asks the doctor', () => {
  it('is told which services do not run', async () => {
    expect(await wrongIn()).toEqual(['sales-brain', 'mail-gateway', 'tg-gateway', 'Telegram, updates']);
  });

  it('hears of nothing wrong when nothing is', async () => {
    await beatAll();
    const findings = await examine(environment());
    expect(namesOf(findings, 'wrong')).toEqual([]);
    expect(namesOf(findings, 'unknown').filter((name) => !/spf|dkim|dmarc|clock/.test(name))).toEqual([]);
    const names = ['replica set', 'clock', 'disk', 'oplog', 'users', 'database', 'indexes', 'model'];
    const telegram = ['tg-gateway', 'Telegram', 'Telegram, updates', 'Telegram, product'];
    expect(namesOf(findings, 'right')).toEqual(expect.arrayContaining([...names, ...telegram]));
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['settings that are wrong', { LOG_LEVEL: 'loud' }, ['settings']],
    ['a key file that is not there', { KEY_FILE: '/nowhere/keys.json' }, ['keys']],
    ['a password MongoDB refuses', { MONGODB_URI: 'bad' }, ['settings']],
    ['a bot nobody knows', { TELEGRAM_BOT_TOKEN: '1:wrong' }, ['Telegram, updates', 'Telegram']],
    ['a model that is not served', { LLM_MODEL: 'large' }, ['model']],
    ['an endpoint nobody answers at', { LLM_ENDPOINT: 'http://127.0.0.1:9' }, ['model']],
  ])('is told of %s', async (_, change, names) => {
    await beatAll();
    expect(await wrongIn(change)).toEqual(names);
  });

  it('is told that MongoDB does not let us in', async () => {
    expect(await wrongIn({ MONGODB_URI: mongod.uriOf('cli', 'wrong', DATABASE) })).toEqual(['MongoDB']);
  });

  it('is told that no token is set, which is nothing wrong', async () => {
    const findings = await examine(environment({ TELEGRAM_BOT_TOKEN: '', LLM_ENDPOINT: '' }));
    expect(namesOf(findings, 'unknown')).toEqual(expect.arrayContaining(['Telegram', 'model']));
    expect(findings.find(({ name }) => name === 'Telegram')?.said).toContain('TELEGRAM_BOT_TOKEN is not set');
  });

  it.each<[string, Partial<TelegramBot>, object, string]>([
    ['a webhook somebody set for a bot that is polled', {}, { url: 'https://other.example/x' }, 'a webhook is set'],
    ['a webhook that is missing', { webhook: 'https://we.example/t' }, {}, 'no webhook is set'],
    [
      'a webhook that leads elsewhere',
      { webhook: 'https://we.example/t' },
      { url: 'https://other.example/x' },
      'Telegram calls https://other.example/x',
    ],
    [
      'a webhook nobody answers at',
      { webhook: 'https://we.example/t' },
      {
        url: 'https://we.example/t',
        pending_update_count: 3,
        last_error_date: Math.floor(Date.now() / 1000),
        last_error_message: 'Connection refused',
      },
      'in vain (Connection refused), and 3 wait there',
    ],
    ['a bot that nobody polls', { heldBy: 'tg-gateway-dead' }, {}, 'nobody polls'],
    ['a bot that is paused', { paused: { at: new Date(), because: 'a backup came back' } }, {}, '@otzyvy_bot: paused'],
    ['a product that is not loaded', { productId: 'gone' }, {}, 'Telegram, product: TELEGRAM_PRODUCT gone'],
  ])('is told of %s', async (_, change, told, said) => {
    expect(await wrongOfBot(change, told)).toContain(said);
  });

  it('is told that a webhook gets through, and that a product forbids Telegram', async () => {
    const url = 'https://we.example/t';
    expect(await wrongOfBot({ webhook: url, heldBy: null }, { url })).toBe('');
    await world.changeProduct({ telegram: { enabled: false, linkDays: 30 } });
    expect(await wrongOfBot({})).toContain('Telegram, product: otzyvy forbids Telegram');
    const findings = await examine(environment({ TELEGRAM_BOT_TOKEN: '' }));
    expect(findings.find(({ name }) => name === 'product otzyvy')?.said).toContain('it forbids Telegram');
    await world.changeProduct({ telegram: { enabled: true, linkDays: 30 } });
  });

  it('is told of an index somebody dropped, and of a role somebody widened', async () => {
    await world.db.driver.collection('outbox').dropIndexes();
    const more = { resource: { db: DATABASE, collection: 'contacts' }, actions: ['find'] };
    await world.db.driver.command({ grantPrivilegesToRole: 'mailGateway', privileges: [more] });
    expect(await wrongIn()).toEqual(expect.arrayContaining(['users', 'indexes']));
    const findings = await examine(environment());
    expect(findings.find(({ name }) => name === 'users')?.said).toContain('mail-gateway may do more or less');
  });

  it('is told of a mailbox that is paused, and of one whose password is wrong', async () => {
    const accounts = new AccountStore(world.db, world.keys);
    await accounts.pause('sales', 'the server says no');
    await accounts.update('sales', { keepsSent: true });
    expect(await wrongIn()).toContain(`mailbox ${SALES}`);
    await accounts.update('sales', { login: { password: 'not this one' } });
    expect(await wrongIn()).toContain(`mailbox ${SALES}, smtp`);
  });

  it('is told of a product that is gone, and of a file of it', async () => {
    await world.db.driver.collection('files.chunks').deleteMany({});
    await world.db.driver.collection('files.files').deleteMany({});
    expect(await wrongIn()).toContain('product otzyvy');
    await world.db.products.deleteMany({});
    expect(await wrongIn()).toEqual(expect.arrayContaining(['product', `mailbox ${SALES}`]));
  });

  it('is told that a backup was restored', async () => {
    await world.db.driver.collection('database_origin').updateOne({}, { $set: { collectionId: 'another' } });
    expect(await wrongIn()).toContain('backup');
  });

  it('is told to prepare a database that is not', async () => {
    await world.db.migrations.deleteMany({});
    expect(await wrongIn()).toContain('database');
  });
});
