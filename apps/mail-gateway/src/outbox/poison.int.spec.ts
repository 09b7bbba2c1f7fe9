import type { Document } from 'mongodb';
import { WaitingStore } from '@app/persistence/waiting/waiting.store';
import { eventually } from '../../../../test/support/eventually';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld } from '../testing/gateway-world';

const database = testDatabase();
let world: GatewayWorld;
let smtp: SmtpFaultPeer;
let accountId: string;

beforeAll(async () => {
  smtp = await startSmtpFaults();
  smtp.setFault({ type: 'none' });
  world = await GatewayWorld.open(database);
  const peer = { host: '127.0.0.1', port: smtp.port };
  ({ _id: accountId } = await world.addAccount({
    address: 'sales@seller.test',
    smtp: peer,
    imap: { ...peer, port: 1 },
  }));
});

afterAll(async () => {
  await world.close();
  await smtp.stop();
});

afterEach(() => world.stopGateways());

describe('a letter that cannot be sent, whatever the server says', () => {
  it.each<[string, Document, Document]>([
    ['whose file is not in the database', ...damage('attachments', [{ name: 'a', contentType: 'b', sha256: 'c' }], [])],
    ['without a recipient', ...damage('recipient', null, 'recipient@example.com')],
    ['whose window is none', ...damage('window', { timeZone: 'nowhere' }, null)],
    ['without its letters', ...damage('letters', null, ['opening'])],
  ])('%s, holds up no other, is shown, and leaves once it is mended', async (_, damaged, mended) => {
    const to = `${Object.keys(damaged).join('')}@example.com`;
    const bad = await world.queue({ accountId, to });
    const outbox = world.db.native(world.db.outbox);
    await outbox.updateOne({ _id: bad._id }, { $set: damaged });
    const others = await Promise.all(Array.from({ length: 8 }, () => world.queue({ accountId })));
    await world.startGateway();

    for (const { _id } of others) await eventually('the others', async () => (await world.letter(_id)).outcome);
    const [shown] = await eventually('it to be shown', async () => {
      const { failing } = await new WaitingStore(world.db).attention(new Date());
      return failing.length > 0 ? failing : null;
    });
    expect(shown).toMatchObject({ what: 'letter', id: bad._id });

    await world.stopGateways();
    await outbox.updateOne({ _id: bad._id }, { $set: { ...mended, notBefore: new Date(0) } });
    await world.startGateway();
    await eventually('the mended letter', async () => (await world.letter(bad._id)).outcome);
    expect(smtp.taken().filter((mail) => mail.to.includes(to))).toHaveLength(1);
  });
});

function damage(field: string, with_: unknown, mended: unknown): [Document, Document] {
  return [{ [field]: with_ }, { [field]: mended }];
}
