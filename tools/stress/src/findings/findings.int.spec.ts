import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { aLetter } from '@app/persistence/testing/documents';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import type { SentByBot } from '../../../../test/support/telegram/emulator';
import { testDatabase } from '../../../../test/support/test-database';
import { Person } from '../people/person';
import { chatFindings } from './chat-deliveries';
import type { Finding } from './finding';
import { AcceptedMails, mailFindings } from './mail-deliveries';
import { storyFinding } from './wrong-stories';

const SENT = { status: 'settled', outcome: 'sent' } as const;
const UNCERTAIN = { status: 'settled', outcome: 'uncertain' } as const;

const database = testDatabase();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

afterEach(() => db.outbox.deleteMany({}));
afterAll(() => db.connection.close());

describe('what is found of mails', () => {
  it.each([
    ['sent and accepted once', { ...SENT }, 1],
    ['uncertain and accepted', { ...UNCERTAIN }, 1],
    ['uncertain and not accepted', { ...UNCERTAIN }, 0],
    ['an answer handed over once more', { ...SENT, letters: ['answer'], repeats: 1 }, 2],
    ['withheld', { status: 'settled', outcome: 'withheld' }, 0],
  ] as const)('is nothing wrong where a letter was %s', async (_, letter, times) => {
    expect(wrongIn(await mailsAfter(letter, times))).toEqual([]);
  });

  it.each([
    ['sent and accepted twice', { ...SENT }, 2, 'doubled'],
    ['an answer accepted a third time', { ...SENT, letters: ['answer'], repeats: 1 }, 3, 'doubled'],
    ['an opening handed over once more', { ...SENT, letters: ['opening'], repeats: 1 }, 1, 'doubled'],
    ['withheld and accepted all the same', { status: 'settled', outcome: 'withheld' }, 1, 'doubled'],
    ['cancelled and accepted all the same', { status: 'cancelled' }, 1, 'doubled'],
    ['sent and never accepted', { ...SENT }, 0, 'never arrived'],
  ] as const)('is what is wrong where a letter was %s', async (_, letter, times, what) => {
    expect(wrongIn(await mailsAfter(letter, times))).toEqual([expect.stringContaining(what)]);
  });

  it('is a mail that nobody wrote', async () => {
    const accepted = new AcceptedMails();
    accepted.take(aMail('<nobody@example.test>'));
    expect(wrongIn(await mailFindings(db, accepted))).toEqual([expect.stringContaining('nobody wrote')]);
  });
});

describe('what is found of messages in chats', () => {
  it('is nothing wrong where each message is one of a letter, and one may be of a letter nobody knows of', async () => {
    await store({ ...inChat('7'), ...SENT, parts: ['telegram:7:1', 'telegram:7:2'] });
    await store({ ...inChat('8'), ...UNCERTAIN });
    expect(wrongIn(await chatFindings(db, [aMessage('7', 1), aMessage('7', 2), aMessage('8', 1)]))).toEqual([]);
  });

  it.each([
    ['a message no letter knows of', { ...SENT, parts: ['telegram:7:1'] }, 2, 'doubled'],
    ['two where one is uncertain', { ...UNCERTAIN }, 2, 'doubled'],
    ['a letter that was repeated', { ...SENT, parts: ['telegram:7:1'], repeats: 1 }, 1, 'doubled'],
    ['a message that did not arrive', { ...SENT, parts: ['telegram:7:1'] }, 0, 'never arrived'],
    ['a letter that left in no message', { ...SENT, parts: [] }, 0, 'never arrived'],
  ] as const)('is %s', async (_, letter, arrived, what) => {
    await store({ ...inChat('7'), ...letter });
    const sent = Array.from({ length: arrived }, (__, n) => aMessage('7', n + 1));
    expect(wrongIn(await chatFindings(db, sent))).toEqual([expect.stringContaining(what)]);
  });
});

describe('what is found of the stories', () => {
  const anna = new Person({ says: [], gets: [['opening'], ['answer']] }, ['anna@dom.test']);
  const boris = new Person({ says: [], gets: [['opening']] }, ['boris@dom.test']);

  it('is nothing wrong where everybody got their letters, in whatever order', async () => {
    await got('anna@dom.test', ['answer'], ['opening']);
    await got('boris@dom.test', ['opening']);
    expect((await storyFinding(db, [anna, boris])).wrong).toEqual([]);
  });

  it.each([
    ['one too few', [['opening']]],
    ['one too many', [['opening'], ['answer'], ['answer']]],
    ['another one', [['opening'], ['presentation']]],
  ])('is who got %s', async (_, letters) => {
    await got('anna@dom.test', ...letters);
    await got('boris@dom.test', ['opening']);
    expect((await storyFinding(db, [anna, boris])).wrong).toEqual([expect.stringContaining('anna@dom.test')]);
  });

  it('is nothing of who got a letter of which nobody knows, unless that is most of them', async () => {
    await store({ recipient: 'anna@dom.test', letters: ['opening'], ...UNCERTAIN });
    await got('boris@dom.test', ['opening']);
    expect((await storyFinding(db, [anna, boris])).wrong).toEqual([]);
    expect((await storyFinding(db, [anna])).wrong).toEqual([expect.stringContaining('too many to tell')]);
  });
});

let count = 0;

async function store(letter: Partial<OutboxMessage>): Promise<OutboxMessage> {
  count += 1;
  const stored = aLetter({ _id: `letter-${count}`, messageId: `<${count}@sales.test>`, ...letter });
  await db.outbox.insertOne(stored);
  return stored;
}

async function got(recipient: string, ...letters: readonly (readonly string[])[]): Promise<void> {
  for (const one of letters) await store({ recipient, letters: one as OutboxMessage['letters'], ...SENT });
}

/** What is found where this letter stands in the outbox, and was accepted so often. */
async function mailsAfter(letter: Partial<OutboxMessage>, times: number): Promise<Finding[]> {
  const accepted = new AcceptedMails();
  const { messageId } = await store({ channel: 'email', ...letter });
  for (let n = 0; n < times; n += 1) accepted.take(aMail(messageId));
  return mailFindings(db, accepted);
}

function wrongIn(findings: readonly Finding[]): string[] {
  return findings.filter(({ wrong }) => wrong.length > 0).map(({ what }) => what);
}

function aMail(messageId: string) {
  return { from: '', to: [], raw: Buffer.from(`Message-ID: ${messageId}\r\n\r\nHello`), at: new Date(0) };
}

function inChat(to: string): Partial<OutboxMessage> {
  return { channel: 'telegram', to, messageId: '' };
}

function aMessage(chatId: string, messageId: number): SentByBot {
  const nothing = { businessConnectionId: '', text: '', entities: [], file: null, buttons: [], replyTo: null, at: 0 };
  return { ...nothing, chatId, messageId, method: 'sendMessage' };
}
