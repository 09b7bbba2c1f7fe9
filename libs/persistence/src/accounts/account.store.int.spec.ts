import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { keysInUse } from '../keys/keys-in-use';
import type { MailAccount } from './account.schema';
import { AccountStore } from './account.store';

const database = testDatabase();
const server = { host: '127.0.0.1', port: 1 };
let db: Database;
let accounts: AccountStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  accounts = new AccountStore(db, randomKeys());
});

beforeEach(async () => {
  await db.accounts.deleteMany({});
  await accounts.add({
    ...{ _id: 'sales', productId: 'p', address: 'sales@seller.test', user: 'sales', smtp: server, imap: server },
    ...{ security: 'none', plusAddressing: false, createdAt: new Date() },
    password: 'the first',
  });
});

afterAll(() => db.connection.close());

async function theAccount(): Promise<MailAccount> {
  const account = await accounts.find('sales');
  if (!account) throw new Error('no account');
  return account;
}

describe('an account that is paused', () => {
  it('is paused once, however many gateways find a reason, and the first reason stays', async () => {
    const said = await Promise.all([1, 2, 3, 4].map((n) => accounts.pause('sales', `$reason ${String(n)}; do this`)));
    expect(said.filter((one) => one === 'paused')).toHaveLength(1);
    const { paused } = await theAccount();
    expect(await accounts.pause('sales', 'another')).toBe('paused-already');
    expect((await theAccount()).paused).toEqual(paused);
    expect(paused?.because).toMatch(/^\$reason \d; do this$/);
  });

  it('writes again when the operator resumes it, and can be paused again', async () => {
    await accounts.pause('sales', 'blocked');
    expect(await accounts.resume('sales')).toBe('resumed');
    expect(await accounts.resume('sales')).toBe('not-paused');
    expect(await accounts.pause('sales', 'blocked again')).toBe('paused');
  });

  it('writes again with another password, and stays paused when only its DKIM selector changes', async () => {
    await accounts.pause('sales', 'refused');
    expect(await accounts.update('sales', { dkimSelector: 's1' })).toBe('updated');
    expect((await theAccount()).paused).not.toBeNull();
    expect(await accounts.update('sales', { login: { password: 'the second' } })).toBe('resumed');
    const account = await theAccount();
    expect({ paused: account.paused, password: accounts.passwordOf(account) }).toEqual({
      paused: null,
      password: 'the second',
    });
  });
});

describe('what was checked of an account', () => {
  const found = { name: 'smtp', state: 'right', said: '$5 for a letter' } as const;

  it('is kept with the time of the server, in place of what was found before', async () => {
    await accounts.recordChecks('sales', [{ name: 'imap', state: 'wrong', said: 'closed' }]);
    await accounts.recordChecks('sales', [found]);
    expect((await theAccount()).checks).toEqual([{ ...found, at: expect.any(Date) }]);
  });

  it('no longer counts when the account was changed', async () => {
    await accounts.recordChecks('sales', [found]);
    await accounts.update('sales', { smtp: { host: '127.0.0.1', port: 2 } });
    expect((await theAccount()).checks).toEqual([]);
  });
});

describe('an account that changes from a password to OAuth', () => {
  const oauth = { tokenUrl: 'https://a.test/', clientId: 'us', clientSecret: 'a secret', refreshToken: 'a token' };

  it('keeps nothing of the password, and shows no secret', async () => {
    await accounts.update('sales', { login: { oauth } });
    const account = await theAccount();
    expect(account.password).toBeNull();
    expect(JSON.stringify(account)).not.toMatch(/a secret|a token|the first/);
  });

  it('opens its secrets for one process at a time', async () => {
    await accounts.update('sales', { login: { oauth } });
    const begun = await Promise.all([1, 2, 3].map(() => accounts.beginRefresh('sales')));
    const [secrets, ...none] = begun.filter((one) => one !== null);
    expect({ secrets, none }).toMatchObject({ secrets: oauth, none: [] });
    if (secrets) await accounts.endRefresh('sales', secrets, null);
    expect(await accounts.beginRefresh('sales')).not.toBeNull();
  });

  it('keeps the token the operator gave while an older one was being used', async () => {
    await accounts.update('sales', { login: { oauth } });
    const used = await accounts.beginRefresh('sales');
    await accounts.update('sales', { login: { oauth: { ...oauth, refreshToken: "the operator's" } } });
    if (used) await accounts.endRefresh('sales', used, 'in place of the older');
    expect(await accounts.beginRefresh('sales')).toMatchObject({ refreshToken: "the operator's" });
  });

  it('needs the key file its secrets were sealed with', async () => {
    await accounts.update('sales', { login: { oauth } });
    expect([...(await keysInUse(db))]).toEqual(['s1']);
  });
});
