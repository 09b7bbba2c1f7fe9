import { makeCertificate } from '../../../test/support/certificates';
import { describeUnless } from '../../../test/support/describe-unless';
import { dovecotLacks, startDovecot, type Dovecot } from '../../../test/support/dovecot';
import { eventually } from '../../../test/support/eventually';
import { startLoginSmtp, type LoginSmtp } from '../../../test/support/login-smtp';
import { testDatabase } from '../../../test/support/test-database';
import { startTokenServer, type TokenServer } from '../../../test/support/token-server';
import { GatewayWorld, PASSWORD } from './testing/gateway-world';

const OURS = makeCertificate('127.0.0.1');
const ANNA = 'anna@sales.test';
const BORIS = 'boris@sales.test';
const VERA = 'vera@sales.test';

const at = (port: number) => ({ host: '127.0.0.1', port });
const mailTo = (to: string) => `From: maria@contact.test\r\nTo: ${to}\r\nMessage-ID: <to-${to}>\r\n\r\nhello\r\n`;

describeUnless(dovecotLacks(), 'mail accounts on servers whose certificates we have the fingerprint of', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;
  const smtp: Record<string, LoginSmtp> = {};

  beforeAll(async () => {
    const people = [ANNA, BORIS, VERA].map((address) => ({ address, password: PASSWORD }));
    dovecot = await startDovecot({ accounts: people, certificate: OURS });
    smtp[ANNA] = await startLoginSmtp({ security: 'tls', certificate: OURS });
    smtp[BORIS] = await startLoginSmtp({ security: 'starttls', certificate: OURS });
    smtp[VERA] = await startLoginSmtp({ security: 'starttls', certificate: makeCertificate('127.0.0.1') });
    world = await GatewayWorld.open(database);
    await addAccount('anna', ANNA, 'tls', dovecot.imapsPort);
    await addAccount('boris', BORIS, 'starttls', dovecot.imapPort);
    await addAccount('vera', VERA, 'starttls', dovecot.imapPort);
    await world.startGateway();
  });

  afterAll(async () => {
    await world.close();
    await Promise.all([dovecot, ...Object.values(smtp)].map((peer) => peer.stop()));
  });

  async function addAccount(_id: string, address: string, security: 'tls' | 'starttls', imapPort: number) {
    const servers = { smtp: at(smtp[address]?.port ?? 0), imap: at(imapPort) };
    await world.addAccount({ _id, address, security, fingerprints: [OURS.fingerprint], ...servers });
  }

  const letter = (id: string) => world.db.outbox.findById(id).lean();
  const isSent = (id: string) => async () => ((await letter(id))?.status === 'settled' ? true : null);

  it.each([
    ['TLS', 'anna', ANNA],
    ['STARTTLS', 'boris', BORIS],
  ])('send and read by %s', async (_security, accountId, address) => {
    await world.firstLook(accountId);
    await dovecot.deliver(mailTo(address), address);
    await world.queue({ _id: `from-${accountId}`, accountId, to: `${accountId}@contact.test` });
    await eventually('the letter', isSent(`from-${accountId}`));
    await eventually('the mail', async () =>
      (await world.messages()).some(({ messageId }) => messageId === `<to-${address}>`) ? true : null,
    );
    expect(smtp[address]?.mailsTaken()).toBe(1);
  });

  it('are paused when the certificate is another one, and the operator reads its fingerprint', async () => {
    await world.queue({ _id: 'from-vera', accountId: 'vera', to: 'vera@contact.test' });
    const paused = await eventually(
      'the pause',
      async () => (await world.db.accounts.findById('vera').lean())?.paused ?? null,
    );
    expect(paused.because).toMatch(/no authority known here vouches for it; its SHA-256 fingerprint is [0-9a-f]{64}/);
    expect(paused.because).toMatch(/`sales-agent account update vera@sales\.test --fingerprint [0-9a-f]{64}`$/);
    expect(smtp[VERA]?.logins()).toEqual([]);
    await eventually('the letter to wait', async () =>
      (await letter('from-vera'))?.status === 'queued' ? true : null,
    );
  });
});

describeUnless(dovecotLacks(), 'a mail account that logs in with OAuth', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;
  let smtp: LoginSmtp;
  let tokens: TokenServer;

  beforeAll(async () => {
    tokens = await startTokenServer(ANNA, 'a refresh token');
    const account = { address: ANNA, password: 'no password' };
    dovecot = await startDovecot({ accounts: [account], certificate: OURS, tokenInfoUrl: tokens.tokenInfoUrl });
    smtp = await startLoginSmtp({
      security: 'starttls',
      certificate: OURS,
      mayLogIn: ({ method, accessToken }) => method === 'XOAUTH2' && tokens.isGood(accessToken),
    });
    world = await GatewayWorld.open(database);
    const { tokenUrl } = tokens;
    await world.addAccount(
      {
        _id: 'anna',
        address: ANNA,
        security: 'starttls',
        fingerprints: [OURS.fingerprint],
        smtp: at(smtp.port),
        imap: at(dovecot.imapPort),
      },
      { oauth: { tokenUrl, clientId: 'us', clientSecret: null, refreshToken: 'a refresh token' } },
    );
    await world.startGateway();
  });

  afterAll(async () => {
    await world.close();
    await Promise.all([dovecot, smtp, tokens].map((peer) => peer.stop()));
  });

  const cursor = () => world.db.cursors.findById('anna').lean();

  it('sends and reads with one access token', async () => {
    await world.firstLook('anna');
    await dovecot.deliver(mailTo(ANNA), ANNA);
    await world.queue({ _id: 'a-letter', accountId: 'anna', to: 'maria@contact.test' });
    await eventually('the letter', async () => ((await world.letter('a-letter')).status === 'settled' ? true : null));
    await eventually('the mail', async () => ((await cursor())?.lastUid === 1 ? true : null));
    expect(smtp.mailsTaken()).toBe(1);
    expect(tokens.refreshes()).toHaveLength(1);
  });

  it('gets another access token when the server refuses the one it has', async () => {
    tokens.revoke();
    dovecot.kick(ANNA);
    await dovecot.deliver(mailTo(ANNA), ANNA);
    await eventually('the mail', async () => ((await cursor())?.lastUid === 2 ? true : null), 20_000);
    expect(tokens.refreshes().length).toBeGreaterThan(1);
    expect((await world.db.accounts.findById('anna').lean())?.paused).toBeNull();
  });
});
