import { ImapFlow } from 'imapflow';
import { HAND_OVER_MS } from '@app/persistence/outbox/claim';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { describeUnless } from '../../../../test/support/describe-unless';
import { dovecotLacks, startDovecot, type Dovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const OURS = 'anna@sales.test';
const PROVIDERS = 'boris@sales.test';

describeUnless(dovecotLacks(), 'the folder of sent mail', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let dovecot: Dovecot;
  let smtp: SmtpFaultPeer;

  beforeAll(async () => {
    smtp = await startSmtpFaults();
    dovecot = await startDovecot({ accounts: [OURS, PROVIDERS].map((address) => ({ address, password: PASSWORD })) });
    world = await GatewayWorld.open(database);
    for (const address of [OURS, PROVIDERS]) {
      await world.addAccount({
        _id: address,
        address,
        smtp: { host: '127.0.0.1', port: smtp.port },
        imap: { host: '127.0.0.1', port: dovecot.imapPort },
        keepsSent: address === PROVIDERS,
      });
    }
    await world.startGateway();
  });

  beforeEach(() => {
    smtp.setFault({ type: 'none' });
  });

  afterAll(async () => {
    await world.close();
    await Promise.all([smtp.stop(), dovecot.stop()]);
  });

  function settled(id: string): Promise<OutboxMessage> {
    return eventually(
      'the settlement',
      async () => {
        const letter = await world.letter(id);
        return letter.status === 'settled' ? letter : null;
      },
      90_000,
    );
  }

  it('has the very bytes of what was sent, read already, once', async () => {
    const { _id, to } = await world.queue({ accountId: OURS });
    await settled(_id);

    const [copy] = await eventually('the copy', async () => {
      const found = await sentMail(OURS);
      return found.length > 0 ? found : null;
    });

    const taken = smtp.taken().find((mail) => mail.to.includes(to));
    expect(copy?.source.toString()).toBe(taken?.raw.toString());
    expect(copy?.flags).toContain('\\Seen');
    expect(await sentMail(OURS)).toHaveLength(1);
    expect(await world.messages()).toEqual([]);
  });

  it('gets no copy where the provider files what it sends by itself', async () => {
    const { _id } = await world.queue({ accountId: PROVIDERS });
    await settled(_id);
    const beside = await world.queue({ accountId: OURS });
    await settled(beside._id);
    await eventually('a later copy', async () => ((await sentMail(OURS)).length === 2 ? true : null));
    expect(await sentMail(PROVIDERS)).toEqual([]);
  });

  it('shows that a letter left whose answer was lost, so that it is not repeated', async () => {
    smtp.setFault({ type: 'drop-after-accept' });
    const { _id, to, messageId } = await world.queue({ accountId: PROVIDERS });
    await eventually('the mail', async () =>
      Promise.resolve(smtp.taken().some((mail) => mail.to.includes(to)) || null),
    );
    await file(PROVIDERS, messageId);

    expect(await settled(_id)).toMatchObject({ outcome: 'sent', attempts: [{ outcome: 'sent', phase: 'content' }] });
  }, 100_000);

  it('shows it too when the gateway that sent the letter was killed', async () => {
    const claimed = { status: 'handing-over', claimId: 'c', leaseNumber: 1 } as const;
    const leaseUntil = new Date(Date.now() - HAND_OVER_MS);
    const { _id, messageId } = await world.queue({ accountId: PROVIDERS, ...claimed, leaseUntil });
    await file(PROVIDERS, messageId);
    await world.startGateway();

    expect(await settled(_id)).toMatchObject({ outcome: 'sent', claimId: 'c' });
  }, 100_000);

  it('leaves a letter uncertain that is not there', async () => {
    smtp.setFault({ type: 'cut', at: 'dot' });
    const { _id } = await world.queue({ accountId: PROVIDERS });

    expect(await settled(_id)).toMatchObject({ outcome: 'uncertain', attempts: [{ outcome: 'uncertain' }] });
  }, 100_000);

  /** What the provider does. */
  async function file(address: string, messageId: string): Promise<void> {
    await withMailbox(address, async (client) => {
      await client.mailboxCreate('Sent').catch(() => undefined);
      await client.append('Sent', `From: ${address}\r\nMessage-ID: ${messageId}\r\n\r\nHello\r\n`);
    });
  }

  function sentMail(address: string) {
    return withMailbox(address, async (client) => {
      const folders = await client.list();
      const sent = folders.find(({ specialUse }) => specialUse === '\\Sent');
      if (!sent || (await client.mailboxOpen(sent.path, { readOnly: true })).exists === 0) return [];
      const mails = await client.fetchAll('1:*', { source: true, flags: true });
      return mails.map(({ source, flags }) => ({ source: source ?? Buffer.alloc(0), flags: [...(flags ?? [])] }));
    });
  }

  async function withMailbox<T>(user: string, use: (client: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user, pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port: dovecot.imapPort, secure: false, auth, logger: false });
    await client.connect();
    try {
      return await use(client);
    } finally {
      client.close();
    }
  }
});
