import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { stopCompany: true });
});

afterAll(() => world.close());

describe('a company one of whose people says stop', () => {
  it('is stopped one by one, and nobody of it is added any more', async () => {
    const brain = await world.startBrain();
    const anna = await world.addWaiting('anna@dom.example');
    const boris = await world.addWaiting('boris@dom.example');
    const vera = await world.addContact('vera@dom.example');
    const stranger = await world.addWaiting('gleb@other.example');
    await world.writes('anna@dom.example', 'Больше нам не пишите');
    for (const contact of [anna, boris, vera]) await world.settledIn(contact, 'stopped');

    const ledger = await world.db.suppressions.find().lean();
    expect(ledger.map(({ contactId, because }) => [contactId, because]).sort()).toEqual(
      [
        [anna._id, 'contact-asked'],
        [boris._id, 'company-asked'],
        [vera._id, 'company-asked'],
      ].sort(),
    );
    expect((await world.lettersOf(vera)).map(({ status }) => status)).toEqual(['cancelled']);
    await expect(world.addContact('dina@dom.example')).rejects.toThrow('The company of dina@dom.example');
    expect(await world.stageOf(stranger)).toBe('awaiting-reply');

    await world.writes('gleb@other.example', 'Это не ко мне, напишите коллеге: egor@dom.example');
    await world.settledIn(stranger, 'handed-over');
    await brain.close();
  });

  it('is stopped to the end by the next brain when the first one died in the middle', async () => {
    const brain = await world.startBrain();
    const kira = await world.addWaiting('kira@house.example');
    const lev = await world.addWaiting('lev@house.example');
    await brain.close();
    // As the transaction of a stop leaves it when nobody lives to go on.
    await world.db.companies.updateOne(
      { _id: 'otzyvy:house.example' },
      { $set: { status: 'stopping', suppressionId: 'stop-of-kira' } },
    );
    await world.startBrain();
    for (const contact of [kira, lev]) await world.settledIn(contact, 'stopped');
    expect(await world.db.companies.findById('otzyvy:house.example').lean()).toMatchObject({ status: 'stopped' });
  });

  it('is open again when the operator lifts it for an address of the company, and those who said stop stay stopped', async () => {
    const lift = { type: 'liftAddress', address: 'maria@house.example', reason: 'they wrote to us' } as const;
    expect(await world.command(lift)).toMatchObject({ status: 'done' });
    expect(await world.command(lift)).toMatchObject({ status: 'refused' });
    await world.addContact('maria@house.example');
    expect(await world.stageOf(await world.contactAt('kira@house.example'))).toBe('stopped');
  });
});
