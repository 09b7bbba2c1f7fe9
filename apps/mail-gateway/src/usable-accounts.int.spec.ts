import { testDatabase } from '../../../test/support/test-database';
import { randomKeys } from '../../../test/support/test-keys';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { GatewayWorld } from './testing/gateway-world';
import { UsableAccounts } from './usable-accounts';

describe('the accounts letters are sent from', () => {
  const database = testDatabase();
  const nowhere = { host: '127.0.0.1', port: 1 };
  let world: GatewayWorld;
  let accounts: UsableAccounts;

  beforeAll(async () => {
    world = await GatewayWorld.open(database);
    await world.addAccount({ _id: 'sales', address: 'sales@seller.test', smtp: nowhere, imap: nowhere });
    accounts = new UsableAccounts(new AccountStore(world.db, randomKeys()), world.settings);
  });

  afterAll(() => world.close());

  it('are used as the operator changed them, as soon as that is heard of', async () => {
    expect(await accounts.asKnown('sales')).toMatchObject({ user: 'sales@seller.test' });

    await world.db.accounts.updateOne({ _id: 'sales' }, { $set: { user: 'somebody' } });
    accounts.forget('sales');

    expect(await accounts.asKnown('sales')).toMatchObject({ user: 'somebody' });
  });

  it('are found as soon as the operator adds them', async () => {
    expect(await accounts.asKnown('other')).toBeUndefined();

    await world.addAccount({ _id: 'other', address: 'other@seller.test', smtp: nowhere, imap: nowhere });

    expect(await accounts.asKnown('other')).toMatchObject({ address: 'other@seller.test' });
  });
});
