import { createHash } from 'node:crypto';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { aMessageDocument } from '../testing/documents';
import { releaseContents } from './attachment-contents';
import type { InboundMessage } from './message.schema';
import { MessageStore } from './message.store';

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let messages: MessageStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  messages = new MessageStore(db, keys);
});

beforeEach(async () => {
  await Promise.all([db.messages.deleteMany({}), ...BUCKET.map((name) => db.driver.collection(name).deleteMany({}))]);
});

afterAll(() => db.connection.close());

const BUCKET = ['attachments.files', 'attachments.chunks'];
const LARGE = Buffer.alloc(1_000_000, 'large');

describe('the files of a message', () => {
  it('are stored with it and come back as they were, whatever their size', async () => {
    const hello = Buffer.from('hello');
    expect(await store([hello, LARGE])).toBe('stored');
    expect(await isKept(hello)).toBe(true);
    expect(await isKept(LARGE)).toBe(true);
    expect(await messages.contentOf(sha256Of(Buffer.from('never sent')))).toBeNull();
  });

  it('are kept once, however many messages carry them at the same time', async () => {
    await Promise.all([1, 2, 3, 4].map(() => store([LARGE])));
    expect(await db.messages.countDocuments()).toBe(4);
    expect(await counts()).toEqual([1, Math.ceil(LARGE.length / (255 * 1024))]);
  });

  it('are not stored again with a message that is', async () => {
    const message = aMessage([LARGE]);
    expect(await messages.store(message, asContents([LARGE]))).toBe('stored');
    expect(await messages.store(message, asContents([LARGE]))).toBe('already-stored');
    await remove([message]);
    expect(await counts()).toEqual([0, 0]);
  });

  it('leave nothing behind when the message cannot be stored', async () => {
    const broken = { ...aMessage([LARGE]), text: 'x'.repeat(17_000_000) };
    await expect(messages.store(broken, asContents([LARGE]))).rejects.toThrow();
    expect(await counts()).toEqual([0, 0]);
  });

  it('go with the last message that carries them, and not before', async () => {
    const [one, other] = [aMessage([LARGE]), aMessage([LARGE, LARGE])];
    await messages.store(one, asContents([LARGE]));
    await messages.store(other, asContents([LARGE]));
    await remove([other]);
    expect(await isKept(LARGE)).toBe(true);
    await remove([one]);
    expect(await counts()).toEqual([0, 0]);
  });

  it('are there for a message that comes at the very moment the last other one goes', async () => {
    for (let round = 0; round < 20; round++) {
      const leaving = aMessage([LARGE]);
      await messages.store(leaving, asContents([LARGE]));
      const coming = aMessage([LARGE]);
      await Promise.all([remove([leaving]), messages.store(coming, asContents([LARGE]))]);
      expect(await isKept(LARGE)).toBe(true);
      await remove([coming]);
    }
    expect(await counts()).toEqual([0, 0]);
  });
});

describe('a message without files', () => {
  it('costs no transaction', async () => {
    const begun = jest.spyOn(db, 'transaction');
    await messages.store(aMessageDocument());
    expect(begun).not.toHaveBeenCalled();
    begun.mockRestore();
  });
});

function store(contents: readonly Buffer[]): Promise<string> {
  return messages.store(aMessage(contents), asContents(contents));
}

async function isKept(content: Buffer): Promise<boolean> {
  return (await messages.contentOf(sha256Of(content)))?.equals(content) ?? false;
}

function aMessage(contents: readonly Buffer[]): InboundMessage {
  const file = (content: Buffer) => ({
    name: 'file',
    contentType: 'application/octet-stream',
    size: content.length,
    sha256: sha256Of(content),
  });
  return aMessageDocument({ attachments: contents.map(file) });
}

function asContents(contents: readonly Buffer[]): ReadonlyMap<string, Buffer> {
  return new Map(contents.map((content) => [sha256Of(content), content]));
}

/** Does what an erasure does with messages. */
async function remove(removed: readonly InboundMessage[]): Promise<void> {
  await db.transaction(async (session) => {
    await releaseContents(db, session, removed);
    await db.messages.deleteMany({ _id: { $in: removed.map(({ _id }) => _id) } }, { session });
  });
}

async function counts(): Promise<number[]> {
  return Promise.all(BUCKET.map((name) => db.driver.collection(name).countDocuments()));
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
