import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountStore } from '@app/persistence/accounts/account.store';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { Operator } from '../../testing/operator';
import { AccountAddCommand } from './account-add.command';
import { AccountListCommand } from './account-list.command';
import { AccountResumeCommand } from './account-resume.command';
import { AccountUpdateCommand } from './account-update.command';

describe('the operator of several mailboxes', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
  let world: SalesWorld;
  let operator: Operator;
  let accounts: AccountStore;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    operator = await Operator.at(world.settings, world.keys);
    accounts = new AccountStore(world.db, world.keys);
  });

  afterAll(async () => {
    await operator.leave();
    await world.close();
    rmSync(folder, { recursive: true });
  });

  function secret(name: string, content: string): string {
    const path = join(folder, name);
    writeFileSync(path, `${content}\n`);
    return path;
  }

  function anAccount(address: string) {
    const [smtp, imap] = [
      { host: 'smtp.gmail.com', port: 465 },
      { host: 'imap.gmail.com', port: 993 },
    ];
    return { product: 'otzyvy', address, smtp, imap, security: 'tls', user: address } as const;
  }

  const oauth = () => ({
    oauthTokenUrl: 'https://oauth2.googleapis.com/token',
    oauthClientId: 'us',
    oauthClientSecretFile: secret('client', 'a client secret'),
    oauthRefreshTokenFile: secret('token', 'a refresh token'),
  });

  it('adds one that logs in with OAuth, and no list shows its secrets', async () => {
    await operator.json(AccountAddCommand, [], { ...anAccount('oauth@seller.test'), ...oauth() });
    const listed = JSON.stringify(await operator.json(AccountListCommand, [], {}));
    expect(listed).toContain('https://oauth2.googleapis.com/token');
    expect(listed).not.toMatch(/secret|refreshToken|sealed/);
    const account = await accounts.findByAddress('oauth@seller.test');
    expect(account).toMatchObject({ password: null, keepsSent: true });
    expect(await accounts.beginRefresh(account?._id ?? '')).toMatchObject({
      clientSecret: 'a client secret',
      refreshToken: 'a refresh token',
    });
  });

  it('may say that a provider keeps what it sends, or does not', async () => {
    const passwordFile = secret('password', 'a password');
    await operator.json(AccountAddCommand, [], { ...anAccount('no@seller.test'), passwordFile, keepsSent: false });
    expect(await accounts.findByAddress('no@seller.test')).toMatchObject({ keepsSent: false });
  });

  it('reads why one is paused and what to do, and resumes it', async () => {
    await accounts.pause(world.account._id, 'the server blocks it; ask the provider');
    const listed = await operator.text(AccountListCommand, [], {});
    expect(listed).toMatch(/^sales@seller\.test is paused since .*: the server blocks it; ask the provider\.$/m);
    expect(listed).toMatch(/`sales-agent account resume sales@seller\.test`/);

    expect(await operator.json(AccountResumeCommand, ['Sales@seller.test'], {})).toMatchObject({ resumed: true });
    expect(await operator.text(AccountResumeCommand, ['sales@seller.test'], {})).toBe(
      'sales@seller.test was not paused.',
    );
  });

  it('gives a paused one a new password, with which it writes again', async () => {
    await accounts.pause(world.account._id, 'the password is refused');
    const passwordFile = secret('password', 'the new one');
    const updated = await operator.json(AccountUpdateCommand, [world.account.address], { passwordFile });
    expect(updated).toMatchObject({ resumed: true });
    const account = await accounts.find(world.account._id);
    expect(account && accounts.passwordOf(account)).toBe('the new one');
  });

  it('gives one whose access was taken back a new refresh token, and the rest of it stays', async () => {
    const oauthRefreshTokenFile = secret('token', 'another token');
    await operator.json(AccountUpdateCommand, ['oauth@seller.test'], { oauthRefreshTokenFile });
    const { _id = '' } = (await accounts.findByAddress('oauth@seller.test')) ?? {};
    await world.db.accounts.updateOne({ _id }, { $set: { 'oauth.refreshingUntil': null } });
    expect(await accounts.beginRefresh(_id)).toMatchObject({
      tokenUrl: 'https://oauth2.googleapis.com/token',
      clientSecret: 'a client secret',
      refreshToken: 'another token',
    });
  });

  it('reads in a list what the last check found', async () => {
    await accounts.recordChecks(world.account._id, [
      { name: 'smtp', state: 'right', said: 'in' },
      { name: 'spf', state: 'wrong', said: 'none' },
      { name: 'dkim', state: 'unknown', said: 'none' },
    ]);
    const listed = await operator.text(AccountListCommand, [], {});
    expect(listed).toMatch(/sales@seller\.test .* wrong: spf; unknown: dkim \(/);
    expect(listed).toMatch(/oauth@seller\.test .* oauth +provider +never/);
  });

  it.each([
    ['nothing to log in with', {}, /^Give --password-file, or the --oauth options/],
    ['two ways to log in', { passwordFile: '-', oauthClientId: 'us' }, /not both/],
    ['half of OAuth', { oauthClientId: 'us' }, /give all three/],
    [
      'two secrets on one input',
      {
        ...{ oauthTokenUrl: 'https://a.test/', oauthClientId: 'us' },
        oauthClientSecretFile: '-',
        oauthRefreshTokenFile: '-',
      },
      /Standard input holds one secret/,
    ],
  ])('is told what is missing who adds one with %s', async (_what, options, sentence) => {
    const added = operator.json(AccountAddCommand, [], { ...anAccount('new@seller.test'), ...options });
    await expect(added).rejects.toThrow(sentence);
  });

  it('is told how to change one that is added already, and that a change must be named', async () => {
    const passwordFile = secret('password', 'a password');
    const again = operator.json(AccountAddCommand, [], { ...anAccount('oauth@seller.test'), passwordFile });
    await expect(again).rejects.toThrow(/is added already; `sales-agent account update oauth@seller\.test` changes it/);
    await expect(operator.json(AccountUpdateCommand, ['oauth@seller.test'], {})).rejects.toThrow(
      /^Name what to change/,
    );
  });
});
