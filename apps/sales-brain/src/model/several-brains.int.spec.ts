import { ModelHost, reads, UNSURE, withModel } from '../../testing/model-host';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

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

describe('a job that is settled', () => {
  it('while no brain runs is taken once by the next that starts', async () => {
    const first = await world.startBrain();
    const contact = await world.addWaiting('asleep@example.com');
    await world.writes('asleep@example.com', UNSURE);
    const job = await host.claim();
    await first.close();
    await host.settle(job, reads('presentation', UNSURE));
    await world.startBrain();
    expect((await world.deliverTo(contact)).letters).toEqual(['presentation']);
  });

  it('is taken once, however many brains hear of it', async () => {
    await world.startBrain();
    const contacts = [];
    for (let n = 0; n < 8; n += 1) {
      const address = `two-${String(n)}@example.com`;
      contacts.push(await world.addWaiting(address));
      await world.writes(address, UNSURE);
    }
    const jobs = [];
    for (const _ of contacts) jobs.push(await host.claim());
    await Promise.all(jobs.map((job) => host.settle(job, reads('presentation', UNSURE))));
    for (const contact of contacts) {
      expect((await world.deliverTo(contact)).letters).toEqual(['presentation']);
      await world.settledIn(contact, 'awaiting-reply');
      expect(await world.lettersOf(contact)).toHaveLength(2);
      const read = (await world.turnsOf(contact)).filter(({ event }) => event.type === 'messageUnderstood');
      expect(read).toHaveLength(1);
    }
  });

  it('by the second host counts when the first one died over it, and what the first says then does not', async () => {
    const contact = await world.addWaiting('died@example.com');
    await world.writes('died@example.com', UNSURE);
    const died = await host.claim('gpu-dead');
    await host.tamper(died._id, { leaseUntil: new Date(1) });
    await host.reap();
    const other = await host.claim('gpu-alive');
    expect(other._id).toBe(died._id);
    await host.settle(other, reads('presentation', UNSURE));
    expect(await host.settle(died, reads('stop', UNSURE))).toEqual([died]);
    expect((await world.deliverTo(contact)).letters).toEqual(['presentation']);
    await world.settledIn(contact, 'awaiting-reply');
  });

  it('first stands: what a host of the first generation writes over it later changes nothing', async () => {
    const contact = await world.addWaiting('over@example.com');
    await world.writes('over@example.com', UNSURE);
    const job = await host.answer(reads('presentation', UNSURE));
    await world.deliverTo(contact);
    await world.settledIn(contact, 'awaiting-reply');
    const turns = await world.turnsOf(contact);
    await host.tamper(job._id, { status: 'pending' });
    await host.tamper(job._id, { status: 'completed', response: reads('stop', UNSURE) });
    await world.writes('over@example.com', 'А с какими площадками вы работаете?');
    await world.letterOf(contact, 'queued');
    const more = (await world.turnsOf(contact)).slice(turns.length).map(({ event }) => event.type);
    expect(more).toEqual(['contactWrote', 'messageUnderstood']);
  });
});

describe('a product that names no model', () => {
  it('asks nobody, whatever is written', async () => {
    await world.changeProduct(withModel({ name: '' }));
    await world.db.llmJobs.deleteMany({});
    const contact = await world.addWaiting('none@example.com');
    await world.writes('none@example.com', UNSURE);
    await world.settledIn(contact, 'handed-over');
    expect(await host.all()).toEqual([]);
    const types = (await world.turnsOf(contact)).slice(-2).map(({ event }) => event.type);
    expect(types).toEqual(['contactWrote', 'messageUnderstood']);
    await eventually('nothing to be left', async () => ((await host.waiting()) === 0 ? true : null));
  });
});
