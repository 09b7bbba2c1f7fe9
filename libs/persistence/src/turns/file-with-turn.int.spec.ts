import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import { ConversationStore } from '../conversations/conversation.store';
import type { Database } from '../database';
import type { UnfiledMessage } from '../messages/filing';
import { aCommit, aMessageDocument } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import { TurnStore } from './turn.store';
import type { CommitResult } from './turn-commit';

const database = testDatabase();
const keys = randomKeys();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

afterAll(() => db.connection.close());

describe('a message that is still to be filed', () => {
  it('is loaded among what is filed, in its order and with its sender', async () => {
    await standingContact(db, keys, 'anna');
    const filed = { state: 'filed', unhandledFor: 'anna', conversationId: 'anna', from: 'anna@example.com' } as const;
    await db.messages.insertMany([
      aMessageDocument({ externalId: 'first', storedAt: new Date(1), ...filed }),
      aMessageDocument({ externalId: 'second', storedAt: new Date(2), from: 'anna@example.com' }),
      aMessageDocument({ externalId: 'third', storedAt: new Date(3), ...filed }),
    ]);
    const unfiled = await unfiledOf('anna', 'second');

    expect(await loadedIn('anna', unfiled)).toEqual([
      ['first', null, false],
      ['second', unfiled.filing, false],
      ['third', null, true],
    ]);
    await db.messages.updateOne({ _id: unfiled.id }, { $set: filed });
    expect((await loadedIn('anna', unfiled)).map(([, toFile]) => toFile)).toEqual([null, null, null]);
    await db.messages.updateOne({ _id: unfiled.id }, { $set: { unhandledFor: 'boris' } });
    expect((await loadedIn('anna', unfiled)).map(([name]) => name)).toEqual(['first', 'third']);
  });

  it('is filed and handled by the commit that takes it', async () => {
    await db.messages.insertOne(aMessageDocument({ externalId: 'to-clara' }));
    const unfiled = await unfiledOf('clara', 'to-clara');
    expect(await commitOf('clara', unfiled)).toBe('committed');
    const message = await db.messages.findById(unfiled.id).lean();
    expect(message).toMatchObject({ ...unfiled.filing, state: 'filed' });
    expect(message).not.toHaveProperty('unhandledFor');
  });

  it('is left to whoever has filed it meanwhile, and nothing of the commit stands', async () => {
    await db.messages.insertOne(aMessageDocument({ externalId: 'to-denis' }));
    const unfiled = await unfiledOf('denis', 'to-denis');
    const elsewhere = { state: 'filed', unhandledFor: 'eva', conversationId: 'eva' } as const;
    await db.messages.updateOne({ _id: unfiled.id }, { $set: elsewhere });
    expect(await commitOf('denis', unfiled)).toBe('stale');
    expect(await db.messages.findById(unfiled.id).lean()).toMatchObject(elsewhere);
    expect(await db.conversations.findById('denis').lean()).toMatchObject({ revision: 0 });
  });
});

async function unfiledOf(conversationId: string, externalId: string): Promise<UnfiledMessage> {
  const message = await db.messages.findOne({ externalId }).orFail().lean();
  return { id: message._id, filing: { conversationId, matchedBy: 'thread', senderKnown: true } };
}

async function loadedIn(id: string, unfiled: UnfiledMessage) {
  const loaded = await new ConversationStore(db).load(id, new Date(), unfiled);
  const facts = loaded?.facts ?? [];
  return facts.flatMap((fact) =>
    fact.type === 'message' ? [[fact.message.externalId, fact.toFile, fact.isPreceded] as const] : [],
  );
}

async function commitOf(id: string, unfiled: UnfiledMessage): Promise<CommitResult> {
  const { conversation, contact } = await standingContact(db, keys, id);
  const commit = aCommit(conversation, contact);
  return new TurnStore(db, keys).commit({ ...commit, handled: { ...commit.handled, unfiled: [unfiled] } });
}
