import { MongoClient, type Timestamp } from 'mongodb';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { spawnReplicaSet, type SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { eventually } from './support/eventually';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';
import type { ServiceProcess } from './support/service-process';

const SALES = 'sales@seller.test';
const CONTACTS = 5;
const OPLOG_MEGABYTES = 4;

let replicaSet: SpawnedReplicaSet;
let client: MongoClient;
let mail: EmbeddedMail;
let world: SalesWorld;
let services: readonly ServiceProcess[];

beforeAll(async () => {
  replicaSet = await spawnReplicaSet({ nodes: 1, oplogMegabytes: OPLOG_MEGABYTES });
  client = await new MongoClient(replicaSet.uri).connect();
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  const servers = { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) };
  world = await SalesWorld.open({ uri: replicaSet.uri, name: 'history' }, servers);
  services = await start();
}, 90_000);

afterAll(async () => {
  await world.close();
  await mail.stop();
  await client.close();
  await replicaSet.stop();
});

describe('when MongoDB has overwritten the history of what was stored meanwhile', () => {
  it('services that were stopped answer each message that waits, once', async () => {
    const addresses = await waitingContacts('stopped');
    for (const service of services) await service.end('SIGTERM');
    for (const address of addresses) await world.writes(address, 'Пришлите презентацию');
    await loseHistory();
    services = await start();
    await eachIsAnsweredOnce(addresses);
  }, 120_000);

  it('services that stood still meanwhile do so too, and say that the feed began again', async () => {
    const addresses = await waitingContacts('frozen');
    const [first = '', ...others] = addresses;
    for (const { pid } of services) process.kill(pid, 'SIGSTOP');
    // This one still reaches them, by the request that was under way.
    await world.writes(first, 'Пришлите презентацию');
    await loseHistory();
    for (const address of others) await world.writes(address, 'Пришлите презентацию');
    await loseHistory();
    for (const { pid } of services) process.kill(pid, 'SIGCONT');
    await eachIsAnsweredOnce(addresses);
    const [brain] = services;
    expect(brain?.log()).toMatch(/The change feed was interrupted and begins again: .*(CollectionScan died|history)/);
  }, 120_000);
});

async function start(): Promise<readonly ServiceProcess[]> {
  return Promise.all([world.startProcess('sales-brain'), world.startProcess('mail-gateway')]);
}

async function waitingContacts(name: string): Promise<readonly string[]> {
  const addresses = Array.from({ length: CONTACTS }, (_, number) => `${name}-${String(number)}@example.com`);
  await Promise.all(addresses.map((address) => world.addContact(address)));
  await Promise.all(addresses.map((address) => world.waitsForReply(address)));
  return addresses;
}

async function eachIsAnsweredOnce(addresses: readonly string[]): Promise<void> {
  const mailsTo = (address: string): number => mail.acceptedBySmtp().filter(({ to }) => to.includes(address)).length;
  await eventually('every answer', () => Promise.resolve(addresses.every((one) => mailsTo(one) > 1) || null), 30_000);
  await Promise.all(addresses.map((address) => world.waitsForReply(address)));
  // The opening and the answer.
  expect(addresses.map(mailsTo)).toEqual(addresses.map(() => 2));
}

/** Writes until nothing of what was stored so far is in the server's history. */
async function loseHistory(): Promise<void> {
  const oplog = client.db('local').collection<{ readonly ts: Timestamp }>('oplog.rs');
  const timeOf = async (newest: 1 | -1): Promise<Timestamp | undefined> =>
    (await oplog.find().sort({ $natural: newest }).limit(1).toArray())[0]?.ts;
  const latest = await timeOf(-1);
  await eventually(
    'the history to be overwritten',
    async () => {
      const much = Array.from({ length: 2 * OPLOG_MEGABYTES }, () => ({ much: 'x'.repeat(1_000_000) }));
      await client.db('others').collection('written').insertMany(much);
      // To look for its beginning fails while that is being taken away.
      const oldest = await timeOf(1).catch(() => undefined);
      return latest && oldest?.greaterThan(latest) ? oldest : null;
    },
    40_000,
  );
}
