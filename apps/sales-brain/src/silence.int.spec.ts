import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { followUps: 1, offerIgnoredAfterDays: 7 });
  await world.startBrain();
});

afterAll(() => world.close());

describe('a contact who says nothing', () => {
  it('hears from us once more, in working hours, and then no more', async () => {
    const anna = await world.addWaiting('anna@example.com');
    await world.moveClockBy(8);
    const reminder = await world.deliverTo(anna);
    expect(reminder).toMatchObject({
      letters: ['follow-up'],
      window: { timeZone: 'Europe/Moscow' },
      caps: { domain: 'example.com' },
    });
    await world.settledIn(anna, 'awaiting-reply');
    await world.moveClockBy(12);
    await world.settledIn(anna, 'offer-ignored');
    expect(await world.lettersOf(anna)).toHaveLength(2);
  });

  it('and comes back later is welcome', async () => {
    const boris = await world.addWaiting('boris@example.com');
    await world.moveClockBy(8);
    await world.deliverTo(boris);
    await world.settledIn(boris, 'awaiting-reply');
    await world.moveClockBy(12);
    await world.settledIn(boris, 'offer-ignored');
    await world.writes('boris@example.com', 'Пришлите всё-таки презентацию');
    expect(await world.deliverTo(boris)).toMatchObject({ letters: ['presentation'], window: null, caps: null });
    await world.settledIn(boris, 'awaiting-reply');
  });
});
