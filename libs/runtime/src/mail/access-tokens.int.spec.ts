import { setTimeout as pause } from 'node:timers/promises';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { Database } from '@app/persistence/database';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { startTokenServer, type TokenServer } from '../../../../test/support/token-server';
import { anAccount } from '../testing/an-account';
import { AccessTokens } from './access-tokens';
import { NoAccessToken } from './no-access-token.error';

const CLIENT_SECRET = 'client/secret+planted';
const REFRESH_TOKEN = 'refresh/token+planted';

const database = testDatabase();
let db: Database;
let accounts: AccountStore;
let server: TokenServer;

beforeAll(async () => {
  db = await preparedDatabase(database);
  accounts = new AccountStore(db, randomKeys());
});

beforeEach(async () => {
  server = await startTokenServer('sales@seller.test', REFRESH_TOKEN);
  await db.accounts.deleteMany({});
  const { password: _password, oauth: _oauth, paused: _paused, checks: _checks, ...account } = anAccount();
  const oauth = { tokenUrl: server.tokenUrl, clientId: 'us', clientSecret: CLIENT_SECRET, refreshToken: REFRESH_TOKEN };
  await accounts.add({ ...account, oauth });
});

afterEach(() => server.stop());
afterAll(() => db.connection.close());

/** One process, as far as tokens go. */
function aGateway(): AccessTokens {
  return new AccessTokens(accounts);
}

async function theAccount(): Promise<MailAccount> {
  const account = await accounts.find('sales');
  if (!account) throw new Error('no account');
  return account;
}

async function failureOf(promise: Promise<unknown>): Promise<NoAccessToken> {
  const failure: unknown = await promise.catch((error: unknown) => error);
  if (failure instanceof NoAccessToken) return failure;
  throw new Error('there was a token');
}

describe('an account that logs in with OAuth', () => {
  it('gets one access token for all that ask at once, and keeps it', async () => {
    const tokens = aGateway();
    const account = await theAccount();
    const got = await Promise.all([1, 2, 3, 4, 5].map(() => tokens.of(account, 'standing')));
    expect(new Set([...got, await tokens.of(account, 'standing')]).size).toBe(1);
    expect(server.refreshes()).toEqual([
      { grant_type: 'refresh_token', client_id: 'us', client_secret: CLIENT_SECRET, refresh_token: REFRESH_TOKEN },
    ]);
  });

  it('gets another token before the one it has ends', async () => {
    const tokens = aGateway();
    server.behave({ type: 'grant', expiresIn: 1 });
    const first = await tokens.of(await theAccount(), 'standing');
    await pause(950);
    expect(await tokens.of(await theAccount(), 'standing')).not.toBe(first);
  });

  it('gets another token when a server refuses the one it has, unless that came just now', async () => {
    const tokens = aGateway();
    const first = await tokens.of(await theAccount(), 'standing');
    expect(await tokens.of(await theAccount(), 'renewed')).toBe(first);
    await pause(2_000);
    expect(await tokens.of(await theAccount(), 'renewed')).not.toBe(first);
  });

  it('keeps the refresh token that takes the place of the one used, sealed', async () => {
    server.behave({ type: 'grant', rotate: true });
    await aGateway().of(await theAccount(), 'standing');
    await aGateway().of(await theAccount(), 'standing');
    expect(server.refreshes()[1]?.['refresh_token']).not.toBe(REFRESH_TOKEN);
    expect(JSON.stringify(await theAccount())).not.toContain(server.refreshToken());
    expect((await theAccount()).paused).toBeNull();
  });

  it('is not locked out when several gateways refresh at once and each token is good only once', async () => {
    server.behave({ type: 'grant', rotate: true, afterMs: 100 });
    const account = await theAccount();
    const got = await Promise.all([1, 2, 3, 4].map(() => aGateway().of(account, 'standing')));
    expect(got.filter((token) => server.isGood(token))).toHaveLength(4);
    expect((await theAccount()).paused).toBeNull();
  });

  it('is refreshed by another process when the one that began was killed', async () => {
    await accounts.beginRefresh('sales');
    await db.accounts.updateOne({ _id: 'sales' }, [{ $set: { 'oauth.refreshingUntil': { $add: ['$$NOW', 300] } } }], {
      updatePipeline: true,
    });
    expect(server.isGood(await aGateway().of(await theAccount(), 'standing'))).toBe(true);
  });

  it('is paused when the refresh token is no good any more, and the operator reads what to do', async () => {
    server.behave({ type: 'refuse', error: 'invalid_grant' });
    const failure = await failureOf(aGateway().of(await theAccount(), 'standing'));
    expect(failure.because).toBe('refused');
    const { paused } = await theAccount();
    expect(paused?.because).toMatch(/invalid_grant/);
    expect(paused?.because).toMatch(/`sales-agent account update sales@seller\.test --oauth-refresh-token-file FILE`$/);
  });

  it('is not asked for again while it is paused for that, and at once when the operator gave another token', async () => {
    const tokens = aGateway();
    server.behave({ type: 'refuse', error: 'invalid_grant' });
    await failureOf(tokens.of(await theAccount(), 'standing'));
    const askedBefore = server.refreshes().length;
    await pause(1_100);
    await failureOf(tokens.of(await theAccount(), 'standing'));
    expect(server.refreshes()).toHaveLength(askedBefore);

    server.behave({ type: 'grant' });
    const { tokenUrl } = server;
    await accounts.update('sales', {
      login: { oauth: { tokenUrl, clientId: 'us', clientSecret: null, refreshToken: REFRESH_TOKEN } },
    });
    expect(server.isGood(await tokens.of(await theAccount(), 'standing'))).toBe(true);
  });

  it.each([503, 429, 404])('is not paused when the token server answers %s, and tries again later', async (status) => {
    const tokens = aGateway();
    server.behave({ type: 'fail', status });
    expect((await failureOf(tokens.of(await theAccount(), 'standing'))).because).toBe('unavailable');
    server.behave({ type: 'grant' });
    // It rests first: many connections ask at once.
    await failureOf(tokens.of(await theAccount(), 'standing'));
    expect(server.refreshes()).toHaveLength(1);
    await pause(1_000);
    expect(server.isGood(await tokens.of(await theAccount(), 'standing'))).toBe(true);
    expect((await theAccount()).paused).toBeNull();
  });

  it('is not paused when no token server is there', async () => {
    await server.stop();
    expect((await failureOf(aGateway().of(await theAccount(), 'standing'))).because).toBe('unavailable');
    expect((await theAccount()).paused).toBeNull();
    server = await startTokenServer('sales@seller.test', REFRESH_TOKEN);
  });

  it.each([
    ['refuses', { type: 'refuse', error: 'invalid_grant' }],
    ['fails', { type: 'fail', status: 500 }],
  ] as const)('shows none of its secrets when a token server that repeats them %s', async (_what, behaviour) => {
    server.behave(behaviour);
    const failure = await failureOf(aGateway().of(await theAccount(), 'standing'));
    const shown = [failure.message, failure.stack, JSON.stringify(failure), JSON.stringify(await theAccount())].join();
    for (const secret of [CLIENT_SECRET, REFRESH_TOKEN]) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(encodeURIComponent(secret));
    }
  });
});
