import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { startEmbeddedMail } from '@app/peers/mail/embedded-mail';
import { describeUnless } from '../../../../test/support/describe-unless';
import { dovecotLacks, startDovecot } from '../../../../test/support/dovecot';
import { eventually } from '../../../../test/support/eventually';
import { greenMailLacks, startGreenMail } from '../../../../test/support/greenmail';
import { openImapWire, type ImapWire } from '../../../../test/support/imap-wire';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld, PASSWORD } from '../testing/gateway-world';

const ANNA = 'anna@sales.test';
const ACCOUNTS = [{ address: ANNA, password: PASSWORD }];
const MB = 1024 * 1024;

interface Server {
  readonly imapPort: number;
  deliver(raw: string, to: string): Promise<void> | void;
  stop(): Promise<void>;
}

describe('a mail of 50 MB on the embedded server', () => {
  isReadWithoutItsWeight(37 * MB, async () => {
    const mail = await startEmbeddedMail({ accounts: ACCOUNTS });
    return {
      imapPort: mail.imapPortOf(ANNA),
      deliver: (raw, to) => {
        mail.deliver(to, raw);
      },
      stop: () => mail.stop(),
    };
  });
});

describeUnless(dovecotLacks(), 'a mail of 50 MB on Dovecot', () => {
  isReadWithoutItsWeight(37 * MB, () => startDovecot({ accounts: ACCOUNTS }));
});

describeUnless(greenMailLacks(), 'a mail of 20 MB on GreenMail', () => {
  isReadWithoutItsWeight(15 * MB, () => startGreenMail({ accounts: ACCOUNTS }));
});

function isReadWithoutItsWeight(filmSize: number, start: () => Promise<Server>): void {
  const database = testDatabase();
  let world: GatewayWorld;
  let server: Server;
  let wire: ImapWire;

  beforeAll(async () => {
    server = await start();
    wire = await openImapWire(server.imapPort);
    world = await GatewayWorld.open(database);
    const imap = { host: '127.0.0.1', port: wire.port };
    await world.addAccount({ _id: 'anna', address: ANNA, smtp: { host: '127.0.0.1', port: 1 }, imap });
    await world.startGateway();
    await world.firstLook('anna');
  }, 120_000);

  afterAll(async () => {
    await world.close();
    await wire.stop();
    await server.stop();
  });

  it('gives its words and its small files, names the large ones, and is never fetched as a whole', async () => {
    await server.deliver(aLargeMail(filmSize), ANNA);
    const [message] = await eventually('the mail', oneMessage, 120_000);
    expect(message).toMatchObject({
      unreadable: null,
      from: 'maria@contact.test',
      text: 'Наши цены во вложении.',
      attachments: [
        { name: 'видео.mp4', size: expect.any(Number) as number, sha256: null },
        { name: 'цены.csv', size: 12, sha256: expect.any(String) as string },
      ],
    });
    expect((message?.attachments[0]?.size ?? 0) / filmSize).toBeCloseTo(1, 1);
    expect(wire.bytesFromServer()).toBeLessThan(MB);
  }, 180_000);

  it('gives the beginning of its words where it is nothing but words', async () => {
    await world.db.messages.deleteMany({});
    const before = wire.bytesFromServer();
    const text = 'Stop writing to me.\r\n\r\n' + 'And so on and on.\r\n'.repeat(filmSize / 16);
    await server.deliver(`From: maria@contact.test\r\nMessage-ID: <words@contact.test>\r\n\r\n${text}`, ANNA);
    const [message] = await eventually('the mail', oneMessage, 120_000);
    expect(message).toMatchObject({ unreadable: null, messageId: '<words@contact.test>', attachments: [] });
    expect(message?.text).toMatch(/^Stop writing to me\./);
    expect(wire.bytesFromServer() - before).toBeLessThan(5 * MB);
  }, 180_000);

  async function oneMessage(): Promise<InboundMessage[] | null> {
    const messages = await world.messages();
    return messages.length > 0 ? messages : null;
  }
}

/** In the order of a mail client: the words as text and HTML, a film, and a small file behind it. */
function aLargeMail(filmSize: number): string {
  const film = Buffer.alloc(filmSize, 'film').toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    'From: Maria <maria@contact.test>',
    `To: ${ANNA}`,
    'Subject: prices',
    'Message-ID: <large@contact.test>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    'This is a multi-part message.',
    '--outer',
    'Content-Type: multipart/alternative; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Наши цены во вложении.').toString('base64'),
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>Наши цены во вложении.</p>').toString('base64'),
    '--inner--',
    '--outer',
    'Content-Type: video/mp4',
    "Content-Disposition: attachment; filename*=utf-8''%D0%B2%D0%B8%D0%B4%D0%B5%D0%BE.mp4",
    'Content-Transfer-Encoding: base64',
    '',
    film,
    '--outer',
    'Content-Type: text/csv',
    "Content-Disposition: attachment; filename*=utf-8''%D1%86%D0%B5%D0%BD%D1%8B.csv",
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('price;100;RU').toString('base64'),
    '--outer--',
    '',
  ].join('\r\n');
}
