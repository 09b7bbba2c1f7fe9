import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from 'mongodb';
import MailComposer from 'nodemailer/lib/mail-composer';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';
import { prepareDatabase } from '@app/persistence/prepare-database';
import { recover } from '../apps/cli/src/recover/recover';
import { openWith } from '../apps/cli/src/installation/open-installation';
import { eventually } from './support/eventually';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';
import type { ServiceProcess } from './support/service-process';
import { testDatabase } from './support/test-database';

const SALES = 'sales@seller.test';
const CONTACTS = ['anna', 'boris', 'vera', 'gleb', 'dina'].map((name) => `${name}@example.com`);
const [ANNA = '', BORIS = '', VERA = '', GLEB = '', DINA = ''] = CONTACTS;

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'recover-'));
let mail: EmbeddedMail;
let world: SalesWorld;
let running: ServiceProcess[] = [];
let sentBefore: readonly (readonly [string, number])[];

beforeAll(async () => {
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  world = await SalesWorld.open(database, { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) });
  Object.assign(world.settings, { ledgerJournal: join(folder, 'ledger.jsonl') });
}, 60_000);

afterAll(async () => {
  await world.close();
  await mail.stop();
  rmSync(folder, { recursive: true });
});

async function startAll(): Promise<void> {
  running = [await world.startProcess('sales-brain'), await world.startProcess('mail-gateway')];
}

async function stopAll(): Promise<void> {
  for (const service of running) await service.end('SIGTERM');
}

async function write(from: string, text: string): Promise<void> {
  const opening = mail.acceptedBySmtp().find(({ to }) => to.includes(from));
  const inReplyTo = /^message-id: *(<[^>]+>)/im.exec(opening?.raw.toString() ?? '')?.[1] ?? '';
  const letter = new MailComposer({ from, to: SALES, subject: 'Re: Отзывы', inReplyTo, references: inReplyTo, text });
  mail.deliver(SALES, await letter.compile().build());
}

function sent(): readonly (readonly [string, number])[] {
  return CONTACTS.map((address) => [address, mail.acceptedBySmtp().filter(({ to }) => to.includes(address)).length]);
}

function lettersTo(address: string, count: number): Promise<true> {
  const arrived = () => mail.acceptedBySmtp().filter(({ to }) => to.includes(address)).length;
  return eventually(
    `${String(count)} letters to ${address}`,
    () => Promise.resolve(arrived() >= count || null),
    20_000,
  );
}

/** What `mongodump` writes. */
async function dump(): Promise<ReadonlyMap<string, Document[]>> {
  const names = (await world.db.driver.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const collections = await Promise.all(
    names.map(async (name) => [name, await world.db.driver.collection(name).find().toArray()] as const),
  );
  return new Map(collections);
}

/** What `mongorestore --drop` does. */
async function restore(backup: ReadonlyMap<string, Document[]>): Promise<void> {
  await world.db.driver.dropDatabase();
  for (const [name, documents] of backup) {
    await world.db.driver.createCollection(name);
    if (documents.length > 0) await world.db.driver.collection(name).insertMany(documents);
  }
  await prepareDatabase(world.db);
}

async function conversationWith(address: string) {
  return world.conversationOf(await world.contactAt(address));
}

describe('an operator who restores an old backup', () => {
  let backupTime: Date;

  beforeAll(async () => {
    await startAll();
    for (const address of [ANNA, VERA, GLEB]) {
      await world.addContact(address);
      await world.waitsForReply(address);
    }
    // Letters that are on their way when the backup is made.
    const [, gateway] = running;
    await gateway?.end('SIGTERM');
    for (const address of [BORIS, DINA]) await world.letterOf(await world.addContact(address), 'queued');
    const backup = await dump();
    backupTime = new Date();

    running.push(await world.startProcess('mail-gateway'));
    for (const address of [BORIS, DINA]) await world.waitsForReply(address);
    await write(ANNA, 'Стоп, больше мне не пишите');
    await world.settledIn(await world.contactAt(ANNA), 'stopped');
    const vera = await world.contactAt(VERA);
    await world.command({ type: 'stopContact', contactId: vera._id });
    await world.settledIn(vera, 'stopped');
    await write(GLEB, 'Пришлите, пожалуйста, презентацию');
    await lettersTo(GLEB, 2);
    await world.waitsForReply(GLEB);
    await stopAll();
    sentBefore = sent();
    await restore(backup);
  }, 90_000);

  it('finds that nothing leaves, though services run', async () => {
    await startAll();
    await eventually('the account to be held', async () => {
      const account = await world.db.accounts.findOne({ paused: { $ne: null } }).lean();
      return account?.paused?.because.includes('recover --backup-time') ? true : null;
    });
    expect(sent()).toEqual(sentBefore);
  }, 40_000);

  it('is told when the recovery has ended, and then letters leave again', async () => {
    const installation = await openWith(world.settings, world.keys);
    await installation.clock.load();
    const recovered = await recover(installation, backupTime);
    await installation.close();
    expect(recovered).toMatchObject({ ended: true, unread: [], waiting: 0 });
    expect(recovered.lettersGivenUp).toBeGreaterThanOrEqual(2);
    expect(recovered.stopsBroughtBack).toBeGreaterThanOrEqual(1);
    expect(await world.db.accounts.findOne().lean()).toMatchObject({ paused: null });

    await world.addContact('new@example.com');
    await lettersTo('new@example.com', 1);
  }, 60_000);

  it('sees nothing sent a second time', () => {
    expect(sent()).toEqual(sentBefore);
  });

  it('sees no stop forgotten, whichever way it came', async () => {
    const ledger = new SuppressionStore(world.db, world.keys);
    for (const address of [ANNA, VERA]) {
      expect(await ledger.check(address)).toMatchObject({ suppressed: true });
      expect(await conversationWith(address)).toMatchObject({ stage: 'stopped' });
    }
  });

  it('has those to look after whose letters were on their way, or were answered since', async () => {
    for (const address of [BORIS, DINA])
      expect(await conversationWith(address)).toMatchObject({ stage: 'handed-over' });
    const gleb = await world.contactAt(GLEB);
    const answers = await world.db.outbox.find({ contactId: gleb._id, letters: 'presentation' }).lean();
    expect(answers.map(({ status }) => status)).not.toContain('queued');
    expect(answers.map(({ outcome }) => outcome)).not.toContain('sent');
  });
});
