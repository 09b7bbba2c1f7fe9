import { simpleParser } from 'mailparser';
import { freePort } from '../tools/peers/src/system/free-port';
import { eventually } from './support/eventually';
import { SalesWorld } from './support/sales-world';
import { startSmtpFaults, type SmtpFaultPeer } from './support/smtp-faults';
import { testDatabase } from './support/test-database';

describe('an installation whose letters carry the button to unsubscribe', () => {
  const database = testDatabase();
  let world: SalesWorld;
  let smtp: SmtpFaultPeer;

  beforeAll(async () => {
    smtp = await startSmtpFaults();
    world = await SalesWorld.open(database, { smtpPort: smtp.port, imapPort: 1 });
    const port = await freePort();
    Object.assign(world.settings, { unsubscribeUrl: `http://127.0.0.1:${port}/mail`, httpPort: port });
    await world.startProcess('sales-brain');
  }, 60_000);

  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });

  it('never writes again to a contact who pressed it, and says so to nobody', async () => {
    const gateway = await world.startProcess('mail-gateway');
    const contact = await world.addContact('anna@contact.test');
    await world.settledIn(contact, 'awaiting-reply', 20_000);

    const answers = await Promise.all(Array.from({ length: 3 }, async () => press(await linkTo('anna@contact.test'))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);

    await world.settledIn(contact, 'stopped', 20_000);
    expect((await world.contact(contact._id)).stoppedAt).not.toBeNull();
    expect(await world.db.suppressions.find({ contactId: contact._id }).lean()).toMatchObject([
      { type: 'suppressed', because: 'unsubscribed' },
    ]);
    await world.moveClockBy(60);
    expect((await world.lettersOf(contact)).map(({ letters }) => letters)).toEqual([['opening']]);
    await gateway.end('SIGTERM');
    await expect(press(await linkTo('anna@contact.test'))).rejects.toThrow();
  }, 90_000);

  it('does not start a gateway at a port that is taken, and says which and what to do', async () => {
    await world.startProcess('mail-gateway');
    await expect(world.startProcess('mail-gateway')).rejects.toThrow(
      new RegExp(`cannot start. HTTP_PORT ${world.settings.httpPort} .* free port of its own`),
    );
  }, 60_000);

  async function linkTo(address: string): Promise<string> {
    const raw = await eventually('the letter', () =>
      Promise.resolve(smtp.taken().find(({ to }) => to.includes(address))?.raw ?? null),
    );
    const line = (await simpleParser(raw)).headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
    return /<(http[^>]+)>/.exec(line)?.[1] ?? '';
  }
});

function press(link: string): Promise<Response> {
  return fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
}
