import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { ContactTelegram } from '../contacts/contact.schema';
import type { Database } from '../database';
import { aLetter, aMessageDocument } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { Filing } from './filing';
import type { InboundMessage } from './message.schema';
import { MessageStore } from './message.store';

const database = testDatabase();
const keys = randomKeys();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
  await db.driver
    .collection<{ readonly _id: string }>('mail_accounts')
    .insertOne({ _id: 'sales', productId: 'otzyvy', address: 'sales@seller.test' } as { readonly _id: string });
  await standingContact(db, keys, 'anna');
  await standingContact(db, keys, 'boris');
  await standingContact(db, keys, 'elsewhere', { contact: { productId: 'another' } });
});

afterAll(() => db.connection.close());

describe('a mail the operator wrote from the mailbox itself', () => {
  it('belongs to the conversation whose letter it answers', async () => {
    await db.outbox.insertMany([aLetter({ contactId: 'anna', messageId: '<letter@seller.test>' })]);
    const written = { threadIds: ['<unknown@x>', '<letter@seller.test>'], to: ['somebody@else.example'] };
    expect(await filingOf(written)).toEqual({ conversationId: 'anna', matchedBy: 'thread', senderKnown: false });
  });

  it('belongs to the conversation whose message it answers, the nearest one first', async () => {
    await db.messages.insertMany([
      aMessageDocument({ messageId: '<asked@example.com>', state: 'filed', conversationId: 'boris' }),
    ]);
    const written = { threadIds: ['<asked@example.com>', '<letter@seller.test>'] };
    expect(await filingOf(written)).toMatchObject({ conversationId: 'boris', matchedBy: 'thread' });
  });

  it('that answers nothing belongs to whom it is addressed to, if that is one contact of the product', async () => {
    const recipient = { conversationId: 'anna', matchedBy: 'recipient', senderKnown: false };
    expect(await filingOf({ to: ['anna@example.com', 'office@example.org'] })).toEqual(recipient);
    expect(await filingOf({ to: ['anna@example.com', 'boris@example.com'] })).toBeNull();
    expect(await filingOf({ to: ['elsewhere@example.com'] })).toBeNull();
    expect(await filingOf({ to: [] })).toBeNull();
  });
});

describe('what the owner of a business account wrote in a chat', () => {
  const inChat = { channel: 'telegram', accountId: 'telegram:7' } as const;

  it('belongs to the conversation whose letter it answers, whichever of its messages that is', async () => {
    const parts = ['telegram:1:10', 'telegram:1:11'];
    await db.outbox.insertMany([aLetter({ contactId: 'boris', messageId: 'telegram:1:10', parts })]);
    const filed = { conversationId: 'boris', matchedBy: 'thread', senderKnown: false };
    expect(await filingOf({ ...inChat, threadIds: ['telegram:1:11'], to: ['telegram:1'] })).toEqual(filed);
    expect(await filingOf({ ...inChat, threadIds: ['telegram:1:12'], to: ['telegram:1'] })).toBeNull();
  });

  it('that answers nothing belongs to whom the chat is with', async () => {
    const telegram: ContactTelegram = {
      accountId: 'telegram:7',
      userId: '3',
      chatId: '3',
      username: '',
      languageCode: 'ru',
      startedAt: new Date(0),
      unreachable: false,
      businessConnectionId: 'business',
    };
    await standingContact(db, keys, 'vera', { contact: { addresses: ['telegram:3'], telegram } });
    const filed = { conversationId: 'vera', matchedBy: 'recipient', senderKnown: false };
    expect(await filingOf({ ...inChat, to: ['telegram:3'] })).toEqual(filed);
    expect(await filingOf({ ...inChat, accountId: 'telegram:8', to: ['telegram:3'] })).toBeNull();
  });
});

describe('the bounce of a notice to the operator', () => {
  it('belongs to no conversation', async () => {
    await db.outbox.insertMany([
      aLetter({ contactId: 'anna', letters: ['operator-notice'], messageId: '<notice@seller.test>' }),
    ]);
    const bounce = {
      kind: 'bounce_hard',
      from: 'mailer-daemon@mx.example',
      threadIds: ['<notice@seller.test>'],
    } as const;
    expect(await filingOf(bounce)).toBeNull();
  });
});

async function filingOf(facts: Partial<InboundMessage>): Promise<Filing | null> {
  const messages = new MessageStore(db, keys);
  const message = aMessageDocument({ kind: 'operator', from: 'sales@seller.test', ...facts });
  await messages.store(message);
  const toFile = await messages.toFile(message._id);
  return toFile && messages.match(toFile);
}
