import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { eventually } from '../../../../test/support/eventually';
import { openImapWire, type ImapWire } from '../../../../test/support/imap-wire';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const ANNA = 'anna@sales.test';
const NOWHERE = { host: '127.0.0.1', port: 1 };

describe('a mail server that fails', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let mail: EmbeddedMail;
  let wire: ImapWire;

  beforeEach(async () => {
    world = await GatewayWorld.open(database);
    mail = await startEmbeddedMail({ accounts: [{ address: ANNA, password: PASSWORD }] });
    wire = await openImapWire(mail.imapPortOf(ANNA));
    await world.addAccount({
      _id: 'anna',
      address: ANNA,
      smtp: NOWHERE,
      imap: { host: '127.0.0.1', port: wire.port },
    });
    await world.startGateway();
    await world.firstLook('anna');
  });

  afterEach(async () => {
    await world.stopGateways();
    await Promise.all(Object.values(await world.db.driver.collections()).map((each) => each.deleteMany({})));
    await world.close();
    await wire.stop();
    await mail.stop();
  });

  const cursor = () => world.db.cursors.findById('anna').lean();

  function write(...ids: readonly number[]): void {
    for (const id of ids)
      mail.deliver(ANNA, `From: maria@contact.test\r\nMessage-ID: <${String(id)}@x>\r\n\r\nhello\r\n`);
  }

  async function passed(uid: number, withinMs = 10_000): Promise<void> {
    await eventually('the cursor', async () => ((await cursor())?.lastUid ?? 0) >= uid || null, withinMs);
  }

  async function stored(): Promise<string[]> {
    return (await world.messages()).map(({ messageId, unreadable }) => (unreadable ? 'kept back' : messageId));
  }

  it.each(['refuse', 'cut'] as const)(
    'and does so (%s) whenever it is to give one of the mails, gives the others soon, and that one shows the operator',
    async (meddling) => {
      wire.meddle((command) => (asksForContentOf(2, command) ? meddling : 'pass'));
      wire.cut();
      write(1, 2, 3);
      await eventually('the others', async () => (await stored()).includes('<3@x>') || null, 10_000);
      write(4);
      await passed(3, 45_000);
      expect((await stored()).toSorted()).toEqual(['<1@x>', '<3@x>', '<4@x>', 'kept back']);
      const askedAlone = wire.commands().filter((command) => /UID FETCH 2 .*BODY\.PEEK\[\]/.test(command));
      expect(askedAlone).toHaveLength(3);
      const connectedSoFar = wire.connections();
      write(5);
      await passed(5);
      expect(wire.connections()).toBe(connectedSoFar);
    },
    90_000,
  );

  it('by ending the connection is connected to again, and nothing is missed', async () => {
    write(1);
    await passed(1);
    wire.cut();
    write(2);
    await passed(2);
    expect(await stored()).toEqual(['<1@x>', '<2@x>']);
  });

  it('by falling silent is left, and nothing is missed', async () => {
    wire.swallow();
    write(1);
    await passed(1, 28_000);
  }, 40_000);

  it('at every login is asked more and more rarely', async () => {
    wire.meddle(() => 'cut');
    wire.cut();
    const before = wire.connections();
    await sleep(6_000);
    // Two folders are followed, each after 0.5 to 1 s first, then twice as long each time.
    expect(wire.connections() - before).toBeGreaterThanOrEqual(4);
    expect(wire.connections() - before).toBeLessThanOrEqual(8);
  }, 40_000);
});

/** Whether the mail is among those whose whole content the command asks for. */
function asksForContentOf(uid: number, command: string): boolean {
  const uids = /^UID FETCH (\S+) .*BODY\.PEEK\[\]/.exec(command)?.[1]?.split(',');
  return uids?.includes(String(uid)) ?? false;
}
