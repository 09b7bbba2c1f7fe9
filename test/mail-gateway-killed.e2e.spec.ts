import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { GatewayWorld, PASSWORD } from '../apps/mail-gateway/src/testing/gateway-world';
import { eventually } from './support/eventually';
import { startService, type ServiceProcess } from './support/service-process';
import { testDatabase } from './support/test-database';

const ANNA = 'anna@sales.test';
const PAST = new Date(0);

describe('a mail gateway that is killed', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let mail: EmbeddedMail;

  beforeAll(async () => {
    mail = await startEmbeddedMail({ accounts: [{ address: ANNA, password: PASSWORD }] });
    world = await GatewayWorld.open(database);
    await world.addAccount({
      _id: 'anna',
      address: ANNA,
      smtp: { host: '127.0.0.1', port: mail.smtpPort },
      imap: { host: '127.0.0.1', port: mail.imapPortOf(ANNA) },
    });
  });

  afterAll(async () => {
    await world.close();
    await mail.stop();
  });

  const start = () => startService('mail-gateway', world.settings, world.keyFile);
  const cursor = () => world.db.cursors.findById('anna').lean();

  async function readerAmong(gateways: readonly ServiceProcess[]): Promise<ServiceProcess | null> {
    const { heldBy, uidValidity } = (await cursor()) ?? {};
    const holder = uidValidity ? await world.db.instances.findById(heldBy).lean() : null;
    return gateways.find(({ pid }) => pid === holder?.pid) ?? null;
  }

  it('sends no letter twice, loses none, and says of which it does not know', async () => {
    const first = await start();
    const letters = await Promise.all(Array.from({ length: 60 }, () => world.queue({ accountId: 'anna' })));
    await eventually('some letters', () => Promise.resolve(mail.acceptedBySmtp().length > 10 || null));
    await first.end('SIGKILL');
    // The next one ends what the dead one had open at the database.
    const second = await start();
    // The leases of the dead run out; a change of an account makes the gateway look at everything.
    await world.db.outbox.updateMany({ status: { $in: ['leased', 'handing-over'] } }, { $set: { leaseUntil: PAST } });
    await world.db.accounts.updateOne({ _id: 'anna' }, { $set: { createdAt: new Date() } });

    const settled = { _id: { $in: letters.map(({ _id }) => _id) }, status: 'settled' as const };
    await eventually('all of them', async () => (await world.db.outbox.countDocuments(settled)) === 60 || null, 20_000);
    const arrived = mail.acceptedBySmtp().flatMap(({ to }) => to);
    const sent = await world.db.outbox.find({ ...settled, outcome: 'sent' }).lean();
    const uncertain = await world.db.outbox.find({ ...settled, outcome: 'uncertain' }).lean();
    expect(new Set(arrived).size).toBe(arrived.length);
    expect(sent.filter(({ to }) => !arrived.includes(to))).toEqual([]);
    expect(sent.length + uncertain.length).toBe(60);
    // Of a backlog: what was under way, the round that was ready, and what was sent and being stored.
    expect(uncertain.length).toBeLessThanOrEqual(20);
    await second.end('SIGTERM');
  }, 60_000);

  it('loses no mail and no file of one, leaves none behind, and the other one reads on', async () => {
    const gateways = [await start(), await start()];
    const reads = await eventually('one of them to read', async () => readerAmong(gateways), 25_000);
    for (let id = 1; id <= 100; id += 1) mail.deliver(ANNA, aMail(id));
    await eventually('some mails', async () => (await world.messages()).length > 20 || null);
    await reads.end('SIGKILL');
    for (let id = 101; id <= 120; id += 1) mail.deliver(ANNA, aMail(id));

    await eventually('the other one', async () => (await cursor())?.lastUid === 120 || null, 40_000);
    const stored = (await world.messages()).map(({ messageId }) => messageId);
    expect(stored).toEqual(Array.from({ length: 120 }, (_, index) => `<${String(index + 1)}@contact.test>`));
    const files = await world.db.driver.collection('attachments.files').find().sort({ uses: 1 }).toArray();
    expect(files.map(({ uses, length }) => [uses, length])).toEqual([
      ...Array<unknown>(12).fill([1, OWN]),
      [12, SHARED.length],
    ]);
    const pieces = files.map(({ length }) => Math.ceil(Number(length) / PIECE)).reduce((one, other) => one + other);
    expect(await world.db.driver.collection('attachments.chunks').countDocuments()).toBe(pieces);
    await Promise.all(gateways.map((gateway) => gateway.end('SIGTERM')));
  }, 90_000);
});

/** What GridFS cuts a file into. */
const PIECE = 255 * 1024;
/** A large file of each mail's own, and one that stands in several. */
const OWN = 300_000;
const SHARED = 'the logo of the company';

/** Every tenth comes with two files. */
function aMail(id: number): string {
  const heading = `From: maria@contact.test\r\nTo: ${ANNA}\r\nMessage-ID: <${String(id)}@contact.test>\r\n`;
  if (id % 10 !== 0) return `${heading}\r\nhello ${String(id)}\r\n`;
  const file = (content: string): string =>
    `--b\r\nContent-Disposition: attachment; filename=file\r\n\r\n${content}\r\n`;
  const own = String(id).padEnd(OWN, 'x');
  return `${heading}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n${file(own)}${file(SHARED)}--b--\r\n`;
}
