import { AccountStore } from '@app/persistence/accounts/account.store';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;
let accounts: AccountStore;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { operator: { address: 'boss@seller.test', language: 'ru' } });
  accounts = new AccountStore(world.db, world.keys);
  await world.startBrain();
  await world.startBrain();
});

afterAll(() => world.close());

async function addAccount(id: string): Promise<void> {
  const { user: _user, ...standing } = await world.db.accounts.findById('sales').orFail().lean();
  await accounts.add({ ...standing, _id: id, address: `${id}@seller.test`, user: id, password: 'p' });
}

function notices() {
  return world.db.outbox.find({ letters: 'operator-notice' }).sort({ createdAt: 1 }).lean();
}

describe('a mail account that is paused', () => {
  it('is told of by nobody while there is no other that works', async () => {
    await accounts.pause('sales', 'its server refuses the login');
    await world.addContact('anna@example.com');
    expect(await notices()).toEqual([]);
  });

  it('is told of once, by an account of the product that works, as soon as there is one', async () => {
    await addAccount('second');
    const [notice] = await eventually('the notice', async () => {
      const told = await notices();
      return told.length > 0 ? told : null;
    });
    const paused = (await accounts.find('sales'))?.paused;
    expect(notice).toMatchObject({
      _id: `account-paused:sales:${String(paused?.at.getTime())}`,
      accountId: 'second',
      to: 'boss@seller.test',
      status: 'queued',
      text: expect.stringContaining('its server refuses the login'),
    });
    await accounts.recordChecks('sales', []);
    await addAccount('third');
    await world.addContact('boris@example.com');
    expect(await notices()).toHaveLength(1);
  });

  it('is told of again when it is paused again', async () => {
    await accounts.resume('sales');
    await accounts.pause('sales', 'its server takes nothing from this address');
    await eventually('the second notice', async () => ((await notices()).length === 2 ? true : null));
  });

  it('is told of by the notice alone: the operator may be written to', async () => {
    expect(await world.db.recipients.countDocuments({ suppressed: false, bindings: [] })).toBe(1);
  });
});
