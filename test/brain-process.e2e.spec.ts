import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from './support/eventually';
import { SalesWorld } from './support/sales-world';
import { testDatabase } from './support/test-database';

const KILLS = 12;

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
});

afterAll(() => world.close());

describe('a brain with the key file of another installation', () => {
  it('refuses to start, since it would know nobody who said stop', async () => {
    await world.db.recipients.insertOne({ _id: 'l-other:n1:x', suppressed: true, passed: [], bindings: [] });
    await expect(world.startProcess('sales-brain')).rejects.toThrow('Put back the key file');
    await world.db.recipients.deleteOne({ _id: 'l-other:n1:x' });
    expect(await world.db.instances.countDocuments()).toBe(0);
  });
});

describe('a brain that is told to stop', () => {
  it('ends without a word of trouble, and is forgotten by the others', async () => {
    const brain = await world.startProcess('sales-brain');
    const contact = await world.addContact('before-the-end@example.com');
    await world.deliverTo(contact);
    await brain.end('SIGTERM');
    expect(brain.log()).not.toMatch(/"level":"(warn|error|fatal)"|interrupted/);
    expect(await world.db.instances.countDocuments()).toBe(0);
  });
});

describe('a brain that is killed between a stored message and its answer', () => {
  it('answers once when it is back, whenever it was killed', async () => {
    let brain = await world.startProcess('sales-brain');
    for (let kill = 0; kill < KILLS; kill++) {
      const address = `killed-${String(kill)}@example.com`;
      const contact = await world.addContact(address);
      await world.deliverTo(contact);
      await world.settledIn(contact, 'awaiting-reply');

      await world.writes(address, 'Пришлите, пожалуйста, презентацию');
      // From before the wake-up to after the commit: about 20 ms on a quiet machine.
      await sleep(kill * 4);
      await brain.end('SIGKILL');
      brain = await world.startProcess('sales-brain');

      const answer = await eventually(
        'the answer',
        () => world.db.outbox.findOne({ contactId: contact._id, letters: 'presentation' }).lean(),
        25_000,
      );
      expect(answer.status).toBe('queued');
      await world.settledIn(contact, 'answering');
      expect(await world.db.outbox.countDocuments({ contactId: contact._id, letters: 'presentation' })).toBe(1);
      expect((await world.turnsOf(contact)).filter(({ event }) => event.type === 'contactWrote')).toHaveLength(1);
    }
  }, 180_000);
});
