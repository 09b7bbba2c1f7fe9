import { ImapFlow } from 'imapflow';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { MailAccount, MailSecurity } from '@app/persistence/accounts/account.schema';
import { AccountStore } from '@app/persistence/accounts/account.store';
import type { GivenLogin } from '@app/persistence/accounts/sealed-login';
import type { Database } from '@app/persistence/database';
import { KeyRing } from '@app/persistence/keys/key-ring';
import { makeAuthority, makeCertificate, type Certified } from './support/certificates';
import { describeUnless } from './support/describe-unless';
import { dovecotLacks, startDovecot, type Dovecot } from './support/dovecot';
import { startLoginSmtp, type LoginSmtp, type LoginSmtpRequest } from './support/login-smtp';
import { preparedDatabase } from './support/prepared-database';
import { testDatabase } from './support/test-database';
import { randomKeyFile } from './support/test-keys';
import { startTokenServer, type TokenServer } from './support/token-server';

const CLI = join(__dirname, '../dist/apps/cli/main.js');
const PASSWORD = 'planted password';
const REFRESH_TOKEN = 'planted refresh token';
const AUTHORITY = makeAuthority();
const VALID = makeCertificate('127.0.0.1', { authority: AUTHORITY });
const SELF_SIGNED = makeCertificate('127.0.0.1');
const EXPIRED = makeCertificate('127.0.0.1', { authority: AUTHORITY, current: false });
const OF_ANOTHER_HOST = makeCertificate('mail.elsewhere.test', { authority: AUTHORITY });

type Checks = Readonly<Record<string, { readonly state: string; readonly said: string }>>;

/** One run of the command over all accounts, on a machine that knows the authority. */
describeUnless(dovecotLacks(), 'the check of every mailbox', () => {
  const { uri, name } = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'account-check-'));
  const keyFile = randomKeyFile();
  const stops: (() => Promise<void>)[] = [];
  const smtp: Record<string, LoginSmtp> = {};
  let db: Database;
  let accounts: AccountStore;
  let valid: Dovecot;
  let tokens: TokenServer;
  let found: Readonly<Record<string, Checks>>;
  let shown: { readonly code: number | null; readonly out: string; readonly err: string };

  const addressOf = (id: string): string => `${id}@seller.test`;

  async function dovecot(certificate: Certified, ids: readonly string[], tokenInfoUrl?: string): Promise<Dovecot> {
    const people = ids.map((id) => ({ address: addressOf(id), password: PASSWORD }));
    const started = await startDovecot({ accounts: people, certificate, ...(tokenInfoUrl && { tokenInfoUrl }) });
    stops.push(() => started.stop());
    return started;
  }

  async function addAccount(
    id: string,
    request: LoginSmtpRequest,
    imap: Dovecot,
    change: Partial<Pick<MailAccount, 'fingerprints'>> = {},
    login: GivenLogin = { password: PASSWORD },
  ): Promise<void> {
    const peer = await startLoginSmtp(request);
    stops.push(() => peer.stop());
    smtp[id] = peer;
    const security: MailSecurity = request.security === 'tls' ? 'tls' : 'starttls';
    await accounts.add({
      ...{ _id: id, productId: 'a-product', address: addressOf(id), user: addressOf(id), security },
      smtp: { host: '127.0.0.1', port: peer.port },
      imap: { host: '127.0.0.1', port: security === 'tls' ? imap.imapsPort : imap.imapPort },
      ...{ plusAddressing: false, createdAt: new Date() },
      ...change,
      ...login,
    });
  }

  async function agent(...args: string[]) {
    const authorityFile = join(folder, 'authority.pem');
    writeFileSync(authorityFile, AUTHORITY.cert);
    const run = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { NODE_EXTRA_CA_CERTS: authorityFile } });
    const code = new Promise<number | null>((resolve) => run.on('close', resolve));
    const [out, err] = await Promise.all([text(run.stdout), text(run.stderr)]);
    return { code: await code, out, err };
  }

  beforeAll(async () => {
    if (!existsSync(CLI)) throw new Error('Build first: npm run build');
    const lines = [`MONGODB_URI=${uri}`, `MONGODB_DATABASE=${name}`, 'KEY_FILE=keys.json', 'MAIL_LOOPBACK_ONLY=true'];
    writeFileSync(join(folder, '.env'), lines.join('\n'));
    writeFileSync(join(folder, 'keys.json'), JSON.stringify(keyFile), { mode: 0o600 });
    db = await preparedDatabase({ uri, name });
    accounts = new AccountStore(db, new KeyRing(keyFile));

    tokens = await startTokenServer(addressOf('oauth'), REFRESH_TOKEN);
    stops.push(() => tokens.stop());
    valid = await dovecot(VALID, ['tls', 'starttls', 'expired', 'stripped', 'pinned', 'changed']);
    const elsewhere = await dovecot(OF_ANOTHER_HOST, ['elsewhere']);
    const withTokens = await dovecot(VALID, ['oauth'], tokens.tokenInfoUrl);

    await addAccount('tls', { security: 'tls', certificate: VALID }, valid);
    await addAccount('starttls', { security: 'starttls', certificate: VALID }, valid);
    await addAccount('expired', { security: 'tls', certificate: EXPIRED }, valid);
    await addAccount('elsewhere', { security: 'starttls', certificate: OF_ANOTHER_HOST }, elsewhere);
    await addAccount('stripped', { security: 'stripped', certificate: VALID }, valid);
    const pinned = { fingerprints: [SELF_SIGNED.fingerprint] };
    await addAccount('pinned', { security: 'tls', certificate: SELF_SIGNED }, valid, pinned);
    await addAccount('changed', { security: 'tls', certificate: makeCertificate('127.0.0.1') }, valid, pinned);
    const { tokenUrl } = tokens;
    const oauth = { tokenUrl, clientId: 'us', clientSecret: null, refreshToken: REFRESH_TOKEN };
    const mayLogIn: LoginSmtpRequest['mayLogIn'] = ({ accessToken }) => tokens.isGood(accessToken);
    await addAccount('oauth', { security: 'tls', certificate: VALID, mayLogIn }, withTokens, {}, { oauth });

    shown = await agent('account', 'check', '--json');
    const listed = JSON.parse(shown.out) as {
      address: string;
      checks: { name: string; state: string; said: string }[];
    }[];
    found = Object.fromEntries(
      listed.map(({ address, checks }) => [
        address.split('@')[0],
        Object.fromEntries(checks.map(({ name: check, state, said }) => [check, { state, said }])),
      ]),
    );
  }, 60_000);

  afterAll(async () => {
    await Promise.all(stops.map((stop) => stop()));
    await db.connection.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['tls', 'starttls'])('finds everything right behind a valid certificate with %s', (id) => {
    const { smtp: out, imap, idle } = found[id] ?? {};
    expect([out?.state, imap?.state, idle?.state]).toEqual(['right', 'right', 'right']);
  });

  it('finds a certificate that expired, though an authority vouches for it', () => {
    expect(found['expired']?.['smtp']).toEqual({ state: 'wrong', said: expect.stringMatching(/it expired on \d{4}-/) });
  });

  it('finds a certificate that is for another host, in and out', () => {
    const { smtp: out, imap } = found['elsewhere'] ?? {};
    const wrong = {
      state: 'wrong',
      said: expect.stringMatching(/it is for DNS:mail\.elsewhere\.test, not for this host/),
    };
    expect([out, imap]).toEqual([wrong, wrong]);
  });

  it('finds that STARTTLS is not offered, and sends nothing secret', () => {
    expect(found['stripped']?.['smtp']).toEqual({
      state: 'wrong',
      said: expect.stringMatching(/nothing secret was sent/),
    });
    expect(smtp['stripped']?.onTheWire()).toMatch(/EHLO/);
    expect(smtp['stripped']?.onTheWire()).not.toMatch(/AUTH/);
  });

  it('finds a server right whose certificate the account has the fingerprint of, and another valid one too', () => {
    const { smtp: out, imap } = found['pinned'] ?? {};
    expect([out?.state, imap?.state]).toEqual(['right', 'right']);
  });

  it('pauses an account whose certificate changed, and the list says why', async () => {
    const listed = await agent('account', 'list');
    expect(listed.out).toMatch(
      /^changed@seller\.test is paused since .*: 127\.0\.0\.1:\d+ shows a certificate that is not trusted: .* --fingerprint [0-9a-f]{64}`\.$/m,
    );
    expect(smtp['changed']?.logins()).toEqual([]);
  });

  it('logs in with an access token, and compares the clocks', () => {
    const { smtp: out, imap, clock } = found['oauth'] ?? {};
    expect([out?.state, imap?.state, clock?.state]).toEqual(['right', 'right', 'right']);
  });

  it('ends with 2 and shows no secret, and keeps what it found', async () => {
    expect({ code: shown.code, err: shown.err }).toEqual({ code: 2, err: '' });
    expect(shown.out).not.toMatch(/planted/);
    expect((await accounts.find('tls'))?.checks.map(({ name: check }) => check)).toEqual([
      'smtp',
      'imap',
      'idle',
      'folders',
      'clock',
      'spf',
      'dkim',
      'dmarc',
    ]);
  });

  it('ends with 0 where nothing is wrong', async () => {
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port: valid.imapsPort, secure: true, tls: { ca: AUTHORITY.cert }, logger: false },
      auth: { user: addressOf('tls'), pass: PASSWORD },
    });
    await client.connect();
    await client.mailboxCreate('Sent');
    await client.logout();

    const { code, out } = await agent('account', 'check', addressOf('tls'));
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/right {4}folders: INBOX is readable, .*"Sent"/),
    });
  });
});
