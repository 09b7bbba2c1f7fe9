import { chownSync, linkSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeUnless } from '../../../../test/support/describe-unless';
import { dovecotLacks, startDovecot, type Dovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { openImapWire, type ImapWire } from '../../../../test/support/imap-wire';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const ANNA = 'anna@sales.test';
const OLD_MAILS = 100_000;

describeUnless(dovecotLacks(), 'a mailbox with 100,000 old mails', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;
  let wire: ImapWire;

  beforeAll(async () => {
    dovecot = await startDovecot({ accounts: [{ address: ANNA, password: PASSWORD }] });
    fill(dovecot.maildirOf(ANNA));
    wire = await openImapWire(dovecot.imapPort);
    world = await GatewayWorld.open(database);
    const imap = { host: '127.0.0.1', port: wire.port };
    await world.addAccount({ _id: 'anna', address: ANNA, smtp: { host: '127.0.0.1', port: 1 }, imap });
  }, 120_000);

  afterAll(async () => {
    await world.close();
    await wire.stop();
    await dovecot.stop();
  });

  it('is read from where it ends: of what is old nothing is asked for, at the first start or any later', async () => {
    const gateway = await world.startGateway();
    await eventually('the first look', async () => (await cursor())?.lastUid === OLD_MAILS || null, 60_000);
    await world.stopGateway(gateway);
    await world.startGateway();
    await dovecot.deliver('From: maria@contact.test\r\nMessage-ID: <new@contact.test>\r\n\r\nhello\r\n', ANNA);
    await eventually('the new mail', async () => (await cursor())?.lastUid === OLD_MAILS + 1 || null, 30_000);

    expect((await world.messages()).map(({ messageId }) => messageId)).toEqual(['<new@contact.test>']);
    const bodies = wire.commands().filter((command) => command.includes('BODY'));
    expect(bodies).toEqual([expect.stringMatching(/^UID FETCH 100001 /)]);
    expect(wire.bytesFromServer()).toBeLessThan(50_000);
  }, 120_000);

  const cursor = () => world.db.cursors.findById('anna').lean();
});

/** Fills a Maildir with few files under many names: it is the count that matters. */
function fill(maildir: string): void {
  const account = dirname(maildir);
  const { uid, gid } = statSync(dirname(dirname(account)));
  for (const folder of [
    dirname(account),
    account,
    maildir,
    ...['cur', 'new', 'tmp'].map((name) => join(maildir, name)),
  ]) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, uid, gid);
  }
  const size = `S=${String(MAIL.length)},W=${String(MAIL.length + 3)}`;
  for (let n = 0; n < OLD_MAILS; n++) {
    const file = join(maildir, 'tmp', String(Math.floor(n / MOST_LINKS)));
    if (n % MOST_LINKS === 0) {
      writeFileSync(file, MAIL);
      chownSync(file, uid, gid);
    }
    linkSync(file, join(maildir, 'cur', `1700000000.M${String(n)}.old,${size}:2,S`));
  }
}

const MAIL = 'From: somebody@else.test\n\nold\n';
/** A file may have as many names on any file system. */
const MOST_LINKS = 10_000;
