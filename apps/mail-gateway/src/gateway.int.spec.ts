import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { testDatabase } from '../../../test/support/test-database';
import { eventually } from '../../../test/support/eventually';
import { GatewayWorld, PASSWORD } from './testing/gateway-world';

const ANNA = 'anna@sales.test';

describe('a mail gateway', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let mail: EmbeddedMail;

  beforeAll(async () => {
    mail = await startEmbeddedMail({ accounts: [{ address: ANNA, password: PASSWORD }] });
    world = await GatewayWorld.open(database);
    await world.addAccount({
      _id: 'anna',
      address: ANNA,
      smtp: { host: '127.0.0.1', port: mail.smtpPort },
      imap: { host: '127.0.0.1', port: mail.imapPortOf(ANNA) },
    });
    await world.startGateway();
  });

  afterAll(async () => {
    await world.close();
    await mail.stop();
  });

  it('sends a letter that is queued, and says so', async () => {
    const letter = await world.queue({ accountId: 'anna' });

    const sent = await mail.waitForMail(({ to }) => to.includes(letter.to), 5_000);
    expect(sent.raw.toString()).toContain(letter.messageId);
    const settled = await eventually('the settlement', async () => {
      const now = await world.letter(letter._id);
      return now.status === 'settled' ? now : null;
    });
    expect(settled).toMatchObject({ outcome: 'sent', unhandledFor: letter.conversationId });
  });

  it('stores what a contact writes', async () => {
    await world.firstLook('anna');
    mail.deliver(
      ANNA,
      'From: Maria <maria@contact.test>\r\nTo: anna@sales.test\r\nSubject: Re: hello\r\nMessage-ID: <m1@contact.test>\r\n\r\nStop writing\r\n',
    );

    const [message] = await eventually('the message', async () => {
      const messages = await world.messages();
      return messages.length > 0 ? messages : null;
    });
    expect(message).toMatchObject({ from: 'maria@contact.test', text: 'Stop writing', state: 'new', order: 1 });
  });
});
