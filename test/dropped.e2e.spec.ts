import type { Document } from 'mongodb';
import { COLLECTIONS } from '@app/persistence/collections';
import { prepareDatabase } from '@app/persistence/prepare-database';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from './support/eventually';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';
import type { ServiceProcess } from './support/service-process';
import { testDatabase } from './support/test-database';

const SALES = 'sales@seller.test';
const WATCHED_MS = 3_000;
/** What hangs on nothing logs a line for each thing that fails; what goes round and round logs thousands. */
const MOST_LINES = 150;

const database = testDatabase();
let mail: EmbeddedMail;
let world: SalesWorld;
let services: readonly ServiceProcess[];

beforeAll(async () => {
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  world = await SalesWorld.open(database, { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) });
  services = await Promise.all([world.startProcess('sales-brain'), world.startProcess('mail-gateway')]);
}, 60_000);

afterAll(async () => {
  await world.close();
  await mail.stop();
});

describe('running services', () => {
  it.each([
    ['each of its collections is dropped', () => dropAll()],
    ['the whole database is dropped', () => world.db.driver.dropDatabase()],
  ])(
    'live on when %s, do not go round and round, and go on where they were when it is back',
    async (name, drop) => {
      const standing = `standing-${String(name.length)}@example.com`;
      const contact = await world.addContact(standing);
      await world.waitsForReply(standing);
      const kept = await backup();

      await drop();
      const before = services.map(linesOf);
      await sleep(WATCHED_MS);
      const lines = services.map((service, index) => linesOf(service) - (before[index] ?? 0));
      expect(lines.filter((count) => count > MOST_LINES)).toEqual([]);

      await prepareDatabase(world.db);
      const { conversations = [], ...others } = kept;
      await restore(others);
      // It is filed, and its conversation is still missing.
      await world.writes(standing, 'Пришлите презентацию');
      await sleep(500);
      await restore({ conversations });
      await eventually('the answer', () => Promise.resolve(mailsTo(standing) === 2 || null), 30_000);
      await world.settledIn(contact, 'awaiting-reply', 20_000);

      const another = `after-${String(name.length)}@example.com`;
      await world.addContact(another);
      await eventually('the opening of another', () => Promise.resolve(mailsTo(another) === 1 || null), 20_000);
      // The process of before, not one that was started again.
      for (const { pid } of services) expect(process.kill(pid, 0)).toBe(true);
    },
    90_000,
  );
});

type Backup = Readonly<Record<string, readonly Document[]>>;

/** What a `mongodump` holds. */
async function backup(): Promise<Backup> {
  const read = (name: string): Promise<Document[]> => world.db.driver.collection(name).find().toArray();
  const names = Object.values(COLLECTIONS);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
}

/** What `mongorestore` does: what is there stays as it is. */
async function restore(kept: Backup): Promise<void> {
  for (const [name, documents] of Object.entries(kept)) {
    const ids = documents.map(({ _id }) => _id);
    const there = await world.db.driver.collection(name).distinct('_id', { _id: { $in: ids } });
    const missing = documents.filter(({ _id }) => !there.some((id) => String(id) === String(_id)));
    if (missing.length > 0) await world.db.driver.collection(name).insertMany(missing);
  }
}

async function dropAll(): Promise<void> {
  for (const name of Object.values(COLLECTIONS)) await world.db.driver.collection(name).drop();
}

function linesOf(service: ServiceProcess): number {
  return service.log().split('\n').length;
}

function mailsTo(address: string): number {
  return mail.acceptedBySmtp().filter(({ to }) => to.includes(address)).length;
}
