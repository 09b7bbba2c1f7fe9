import { MongoClient, type Db } from 'mongodb';
import { spawnGuardedMongod, type GuardedMongod } from '@app/peers/mongo/spawn-guarded-mongod';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { COLLECTIONS, type CollectionName } from '../collections';
import type { Database } from '../database';
import { grantUser } from './grant-user';
import { SERVICES, type ServiceName } from './service-role';

const DATABASE = 'sales';

let mongod: GuardedMongod;
let owner: Database;
const clients = new Map<ServiceName, MongoClient>();

beforeAll(async () => {
  mongod = await spawnGuardedMongod();
  owner = await preparedDatabase({ uri: mongod.uriOf(), name: DATABASE });
  for (const service of SERVICES) {
    expect(await grantUser(owner.driver, service, { name: service, password: `of ${service}` })).toBe('made');
    clients.set(service, await MongoClient.connect(uriOf(service)));
  }
}, 90_000);

afterAll(async () => {
  for (const client of clients.values()) await client.close();
  await owner.connection.close();
  await mongod.stop();
});

function uriOf(service: ServiceName): string {
  return mongod.uriOf(service, encodeURIComponent(`of ${service}`), DATABASE);
}

function as(service: ServiceName, database = DATABASE): Db {
  const client = clients.get(service);
  if (!client) throw new Error(`${service} has no user`);
  return client.db(database);
}

type Deed = 'read' | 'add' | 'change' | 'delete' | 'watch' | 'drop';

function doing(deed: Deed, db: Db, name: CollectionName): Promise<unknown> {
  const collection = db.collection(name);
  switch (deed) {
    case 'read':
      return collection.findOne();
    case 'add':
      return collection.insertOne({ _id: 'made' as never });
    case 'change':
      return collection.updateOne({ _id: 'nobody' as never }, { $set: { a: 1 } });
    case 'delete':
      return collection.deleteOne({ _id: 'nobody' as never });
    case 'watch':
      return db.command({ aggregate: name, pipeline: [{ $changeStream: {} }], cursor: {} });
    case 'drop':
      return collection.drop();
    default:
      throw new Error(deed satisfies never);
  }
}

const REFUSED = { codeName: 'Unauthorized' };
const WRITES: readonly Deed[] = ['add', 'change', 'delete', 'drop'];
const ALL: readonly Deed[] = ['read', 'watch', ...WRITES];

/** What each must not do, as the table of services has it. */
const FORBIDDEN: readonly (readonly [ServiceName, readonly Deed[], readonly CollectionName[]])[] = [
  ['sales-brain', WRITES, ['mail_accounts', 'mailbox_cursors', 'migrations', 'database_origin', 'clock', 'quotas']],
  ['sales-brain', ['delete', 'drop'], ['recipients', 'products', 'access_codes', 'companies', 'erased_messages']],
  [
    'mail-gateway',
    ALL,
    ['contacts', 'turns', 'timers', 'commands', 'slots', 'slot_cells', 'access_codes', 'companies', 'llm_jobs'],
  ],
  [
    'mail-gateway',
    WRITES,
    ['conversations', 'products', 'suppressions', 'migrations', 'erased_messages', 'database_origin'],
  ],
  ['mail-gateway', ['add', 'delete', 'drop'], ['recipients', 'outbox', 'mail_accounts']],
  ['mail-gateway', ['change', 'delete', 'drop'], ['messages']],
  [
    'tg-gateway',
    ALL,
    ['mail_accounts', 'mailbox_cursors', 'contacts', 'turns', 'timers', 'commands', 'slots', 'llm_jobs'],
  ],
  ['tg-gateway', WRITES, ['conversations', 'products', 'suppressions', 'migrations']],
  ['tg-gateway', ['add', 'delete', 'drop'], ['recipients', 'outbox']],
  ['llm-host', ALL, Object.values(COLLECTIONS).filter((name) => name !== 'llm_jobs')],
  ['llm-host', ['add', 'delete', 'drop'], ['llm_jobs']],
  ['cli', ['delete', 'drop'], Object.values(COLLECTIONS)],
];

const CASES = FORBIDDEN.flatMap(([service, deeds, names]) =>
  deeds.flatMap((deed) => names.map((name) => [service, deed, name] as const)),
);

describe('the user of a service', () => {
  it.each(CASES)('%s does not %s %s', async (service, deed, name) => {
    await expect(doing(deed, as(service), name)).rejects.toMatchObject(REFUSED);
  });

  it.each(SERVICES)('%s makes no users, gives itself no rights, and sees no other database', async (service) => {
    const db = as(service);
    await expect(db.command({ createUser: 'more', pwd: 'x', roles: [] })).rejects.toMatchObject(REFUSED);
    const more = { grantRolesToUser: service, roles: ['readWrite'] };
    await expect(db.command(more)).rejects.toMatchObject(REFUSED);
    await expect(db.dropDatabase()).rejects.toMatchObject(REFUSED);
    await expect(as(service, 'another').collection('any').findOne()).rejects.toMatchObject(REFUSED);
    await expect(as(service, 'local').collection('oplog.rs').findOne()).rejects.toMatchObject(REFUSED);
  });

  it.each(SERVICES.filter((service) => service !== 'sales-brain' && service !== 'cli'))(
    '%s watches no whole database',
    async (service) => {
      const watching = { aggregate: 1, pipeline: [{ $changeStream: {} }], cursor: {} };
      await expect(as(service).command(watching)).rejects.toMatchObject(REFUSED);
    },
  );

  it('sees of the server only what the operator’s command line has to tell', async () => {
    await expect(as('cli', 'admin').command({ replSetGetStatus: 1 })).resolves.toMatchObject({ ok: 1 });
    await expect(as('mail-gateway', 'admin').command({ replSetGetStatus: 1 })).rejects.toMatchObject(REFUSED);
    await expect(as('cli', 'admin').command({ replSetStepDown: 1 })).rejects.toMatchObject(REFUSED);
  });
});
