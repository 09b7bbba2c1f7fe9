import { setTimeout as sleep } from 'node:timers/promises';
import { ModelHost, reads, UNSURE, withModel } from '../apps/sales-brain/testing/model-host';
import { eventually } from './support/eventually';
import { SalesWorld } from './support/sales-world';
import { testDatabase } from './support/test-database';

const KILLS = 8;

const database = testDatabase();
let world: SalesWorld;
let host: ModelHost;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, withModel());
  host = await ModelHost.open(world.db, database);
});

afterAll(async () => {
  await host.close();
  await world.close();
});

describe('a brain that is killed between what a model said and the turn that takes it', () => {
  it('takes it once when it is back, whenever it was killed', async () => {
    let brain = await world.startProcess('sales-brain');
    for (let kill = 0; kill < KILLS; kill++) {
      const address = `model-${String(kill)}@example.com`;
      const contact = await world.addWaiting(address);
      await world.writes(address, UNSURE);
      const job = await host.claim();
      await host.settle(job, reads('presentation', UNSURE));
      // From before the wake-up to after the commit.
      await sleep(kill * 4);
      await brain.end('SIGKILL');
      brain = await world.startProcess('sales-brain');

      await eventually(
        'the answer',
        () => world.db.outbox.findOne({ contactId: contact._id, letters: 'presentation' }).lean(),
        25_000,
      );
      await world.settledIn(contact, 'answering');
      expect(await world.db.outbox.countDocuments({ contactId: contact._id, letters: 'presentation' })).toBe(1);
      const read = (await world.turnsOf(contact)).filter(({ event }) => event.type === 'messageUnderstood');
      expect(read).toMatchObject([{ event: { reading: { engine: 'model' } } }]);
    }
  }, 240_000);
});
