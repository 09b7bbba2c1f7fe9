import type { INestApplicationContext } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import { MessageStore } from '@app/persistence/messages/message.store';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { testDatabase } from '../../../../test/support/test-database';
import { eventually } from '../../../../test/support/eventually';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const NOWHERE = { host: '127.0.0.1', port: 1 };

function aMail(id: string, text = 'Not now, thank you.'): string {
  return [
    'From: Maria <maria@contact.test>',
    'To: anna@sales.test',
    'Subject: Re: hello',
    `Message-ID: <${id}@contact.test>`,
    '',
    text,
    '',
  ].join('\r\n');
}

describe('a mailbox that contacts write to', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let mail: EmbeddedMail;
  let accounts = 0;
  let address: string;
  let accountId: string;

  beforeAll(async () => {
    world = await GatewayWorld.open(database);
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    accounts += 1;
    address = `anna${String(accounts)}@sales.test`;
    mail = await startEmbeddedMail({ accounts: [{ address, password: PASSWORD }] });
    const imap = { host: '127.0.0.1', port: mail.imapPortOf(address) };
    accountId = (await world.addAccount({ address, smtp: NOWHERE, imap }))._id;
  });

  afterEach(async () => {
    await world.stopGateways();
    await mail.stop();
    await world.db.accounts.deleteMany({});
    await world.db.messages.deleteMany({});
  });

  async function passed(uid: number): Promise<void> {
    await eventually(
      'the cursor',
      async () => (await world.db.cursors.findById(accountId).lean())?.lastUid === uid || null,
    );
  }

  async function stored(): Promise<string[]> {
    return (await world.messages()).map(({ messageId }) => messageId);
  }

  it('is not read back: what was there before the first look is nobody’s answer', async () => {
    mail.deliver(address, aMail('old'));
    await world.startGateway();
    await world.firstLook(accountId);
    mail.deliver(address, aMail('new'));
    await passed(2);
    expect(await stored()).toEqual(['<new@contact.test>']);
  });

  it('gives each mail once, in order, however often it is delivered or read', async () => {
    await world.startGateway();
    await world.firstLook(accountId);
    for (const id of ['1', '2', '3', '2', '1']) mail.deliver(address, aMail(id));
    await passed(5);
    expect(await stored()).toEqual(['<1@contact.test>', '<2@contact.test>', '<3@contact.test>']);
  });

  it('gives what came while no gateway ran', async () => {
    const gateway = await world.startGateway();
    await world.firstLook(accountId);
    await world.stopGateway(gateway);
    mail.deliver(address, aMail('1'));
    mail.deliver(address, aMail('2'));
    await world.startGateway();
    await passed(2);
    expect(await stored()).toEqual(['<1@contact.test>', '<2@contact.test>']);
  });

  it('loses no mail to a database that fails while it is being stored', async () => {
    const gateway = await world.startGateway();
    await world.firstLook(accountId);
    failOnce(gateway);
    mail.deliver(address, aMail('1'));
    await passed(1);
    expect(await stored()).toEqual(['<1@contact.test>']);
  });

  it('gives the files of a mail with it', async () => {
    await world.startGateway();
    await world.firstLook(accountId);
    const parts = [
      '--b',
      '',
      'Our prices.',
      '--b',
      'Content-Disposition: attachment; filename=a.csv',
      '',
      '1;2',
      '--b--',
    ];
    mail.deliver(address, ['Content-Type: multipart/mixed; boundary=b', '', ...parts, ''].join('\r\n'));
    await passed(1);
    const [file] = (await world.messages())[0]?.attachments ?? [];
    expect(file).toMatchObject({ name: 'a.csv', size: 3 });
    const kept = await world.db.driver.collection('attachments.chunks').findOne({ files_id: file?.sha256 });
    expect(String(kept?.['data'])).toBe('1;2');
  });

  it('is read on behind a mail that its server never gives, and the operator sees that one', async () => {
    await world.startGateway();
    await world.firstLook(accountId);
    mail.deliver(address, '');
    mail.deliver(address, aMail('stop', 'Stop.'));
    await passed(2);
    const [one, other] = (await world.messages()).sort((former, latter) => former.order - latter.order);
    expect(one).toMatchObject({ order: 1, unreadable: expect.stringContaining('does not give its content') as string });
    expect(other).toMatchObject({ order: 2, messageId: '<stop@contact.test>', unreadable: null });
  });

  it('is read again where its UIDs mean something else by now', async () => {
    const gateway = await world.startGateway();
    await world.firstLook(accountId);
    mail.deliver(address, aMail('1'));
    await passed(1);
    await world.stopGateway(gateway);
    await world.db.cursors.updateOne({ _id: accountId }, { $set: { uidValidity: '7', lastUid: 5000 } });
    mail.deliver(address, aMail('2'));
    await world.startGateway();
    await passed(2);
    expect(await stored()).toEqual(['<1@contact.test>', '<2@contact.test>']);
  });

  it('is read again where its UIDs are given anew and nothing but the next of them tells', async () => {
    const gateway = await world.startGateway();
    await world.firstLook(accountId);
    await world.stopGateway(gateway);
    await world.db.cursors.updateOne({ _id: accountId }, { $set: { lastUid: 5000 } });
    mail.deliver(address, aMail('1'));
    await world.startGateway();
    await passed(1);
    expect(await stored()).toEqual(['<1@contact.test>']);
  });

  it('does not bring back what was erased with who wrote it, though it is still there', async () => {
    const gateway = await world.startGateway();
    await world.firstLook(accountId);
    mail.deliver(address, aMail('1'));
    await passed(1);
    await world.stopGateway(gateway);
    const [erased] = await world.messages();
    await world.eraseMessage(erased?._id ?? '');
    await world.db.cursors.updateOne({ _id: accountId }, { $set: { uidValidity: '7', lastUid: 5000 } });
    mail.deliver(address, aMail('2'));
    await world.startGateway();
    await passed(2);
    expect(await stored()).toEqual(['<2@contact.test>']);
  });

  it('is read by one of two gateways, and by the other as soon as that one stops', async () => {
    const gateways = [await world.startGateway(), await world.startGateway()];
    await world.firstLook(accountId);
    const holder = await holderOf();
    const [reads] = gateways.filter((gateway) => world.identityOf(gateway) === holder);
    if (!reads) throw new Error('nobody reads');

    await world.stopGateway(reads);
    await eventually('the other one', async () => ![holder, null, undefined].includes(await holderOf()) || null, 2_000);
    mail.deliver(address, aMail('1'));
    await passed(1);
    expect(await stored()).toEqual(['<1@contact.test>']);
  });

  it('is read with a new password as soon as it is given one', async () => {
    await world.db.accounts.updateOne({ _id: accountId }, { $set: { user: 'somebody else' } });
    await world.startGateway();
    await world.db.accounts.updateOne({ _id: accountId }, { $set: { user: address } });
    await world.firstLook(accountId);
  });

  it('shows nothing as read to whoever else looks into it', async () => {
    await world.startGateway();
    await world.firstLook(accountId);
    mail.deliver(address, aMail('1'));
    await passed(1);
    expect(await flags()).toEqual([[]]);
  });

  async function holderOf(): Promise<string | null | undefined> {
    return (await world.db.cursors.findById(accountId).lean())?.heldBy;
  }

  async function flags(): Promise<string[][]> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: mail.imapPortOf(address),
      secure: false,
      auth: { user: address, pass: PASSWORD },
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen('INBOX', { readOnly: true });
    const mails = await client.fetchAll('1:*', { flags: true });
    client.close();
    return mails.map((one) => [...(one.flags ?? [])].filter((flag) => flag !== '\\Recent'));
  }
});

function failOnce(gateway: INestApplicationContext): void {
  const messages = gateway.get(MessageStore);
  const store = messages.store.bind(messages);
  messages.store = () => {
    messages.store = store;
    return Promise.reject(new Error('no primary'));
  };
}
