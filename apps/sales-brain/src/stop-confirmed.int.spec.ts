import { aLetter } from '@app/persistence/testing/documents';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await world.startBrain();
});

afterAll(() => world.close());

describe('a product that confirms a stop', () => {
  it('writes one last letter, and never another', async () => {
    // Loaded while the brain runs: it takes the new settings at the next turn.
    await world.db.products.updateOne({ _id: 'otzyvy' }, { $set: { 'settings.stopConfirmed': true } });
    const anna = await world.addContact('anna@example.com');
    await world.deliverTo(anna);
    await world.settledIn(anna, 'awaiting-reply');
    await world.writes('anna@example.com', 'Больше мне не пишите');
    const last = await world.deliverTo(anna);
    expect(last).toMatchObject({ letters: ['stop-confirmed'], status: 'handing-over' });
    await world.settledIn(anna, 'stopped');

    // The same letter again, under another id: the suppression has let one pass already.
    await world.db.outbox.insertOne({
      ...last,
      ...aLetter({ to: last.to }),
      letters: last.letters,
      passes: last.passes,
    });
    const gateway = new OutboxStore(world.db, world.keys);
    const [again] = await world.db.outbox.find({ status: 'queued' }).lean();
    const sales = [{ id: 'sales', lacks: [] }];
    const leased = await gateway.lease([again?._id ?? ''], 'gateway', world.now(), sales);
    const { claimed, withheld } = await gateway.claim(leased);
    expect(claimed).toEqual([]);
    expect(withheld).toHaveLength(1);
  });
});

describe('a product that also thanks', () => {
  it('writes one last mail that holds both to a contact who names a colleague and says stop', async () => {
    await world.changeProduct({ stopConfirmed: true, redirectThanks: true });
    const boris = await world.addWaiting('boris@example.com');
    await world.writes('boris@example.com', 'Больше не пишите на этот адрес, пишите на buyers@example.com');
    const last = await world.deliverTo(boris);
    expect(last).toMatchObject({ letters: ['redirect-thanks', 'stop-confirmed'], status: 'handing-over' });
    await world.settledIn(boris, 'stopped');
    await world.contactAt('buyers@example.com');
    expect(await world.lettersOf(boris)).toHaveLength(2);
  });
});
