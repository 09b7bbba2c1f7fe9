import type { Contact } from '@app/persistence/contacts/contact.schema';
import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { stopCompany: true, stopConfirmed: true });
  await world.startBrain();
});

afterAll(() => world.close());

/** Presses the button under the contact's first letter, as the gateway stores it. */
async function unsubscribes(contact: Contact): Promise<void> {
  const [letter] = await world.lettersOf(contact);
  const messageId = letter?.messageId ?? '';
  const externalId = `unsubscribe ${messageId}`;
  const button = { _id: `email:sales:${externalId}`, externalId, messageId: '', threadIds: [messageId] };
  await world.writes('', '', { kind: 'unsubscribe', subject: '', ...button });
}

describe('a contact who unsubscribes', () => {
  it('is never written to again, and no letter confirms it', async () => {
    const anna = await world.addWaiting('anna@one.example');
    await unsubscribes(anna);
    await world.settledIn(anna, 'stopped');
    const ledger = await world.db.suppressions.find({ contactId: anna._id }).lean();
    expect(ledger).toMatchObject([{ because: 'unsubscribed', messageId: expect.stringContaining('unsubscribe') }]);
    expect(await world.contact(anna._id)).toMatchObject({ stoppedAt: expect.any(Date) });
    expect(await world.lettersOf(anna)).toHaveLength(1);
    await expect(world.addContact('anna@one.example')).rejects.toThrow('never to write again');
  });

  it('stops the company where a stop does', async () => {
    const boris = await world.addWaiting('boris@two.example');
    const vera = await world.addWaiting('vera@two.example');
    await unsubscribes(boris);
    await world.settledIn(vera, 'stopped');
    await expect(world.addContact('gleb@two.example')).rejects.toThrow('The company');
  });

  it('gets no letter that was queued', async () => {
    const dina = await world.addWaiting('dina@three.example');
    await world.writes('dina@three.example', 'Пришлите презентацию');
    const answer = await world.letterOf(dina, 'queued');
    await unsubscribes(dina);
    await world.settledIn(dina, 'stopped');
    expect(await world.db.outbox.findById(answer._id).lean()).toMatchObject({ status: 'cancelled' });
  });

  it('is heard although the conversation is leased', async () => {
    const egor = await world.addWaiting('egor@four.example');
    const { _id } = await world.conversationOf(egor);
    const lease = { by: 'a brain that hangs', until: new Date(Date.now() + 1500) };
    await world.db.conversations.updateOne({ _id }, { $set: { lease }, $inc: { epoch: 1 } });
    await unsubscribes(egor);
    await world.settledIn(egor, 'stopped');
  });

  it('is heard once, however often the button is pressed', async () => {
    const zina = await world.addWaiting('zina@five.example');
    await unsubscribes(zina);
    await world.settledIn(zina, 'stopped');
    await expect(unsubscribes(zina)).rejects.toThrow('duplicate key');
    expect(await world.db.suppressions.countDocuments({ contactId: zina._id })).toBe(1);
  });

  it('is filed by the letter alone: a button of somebody else holds nobody up', async () => {
    const ilya = await world.addWaiting('ilya@six.example');
    const unknown = await world.writes('', '', { kind: 'unsubscribe', threadIds: ['<unknown@seller.test>'] });
    await unsubscribes(ilya);
    await world.settledIn(ilya, 'stopped');
    await eventually('the other to be left alone', () =>
      world.db.messages.findOne({ _id: unknown._id, state: 'unmatched' }).lean().exec(),
    );
  });
});
