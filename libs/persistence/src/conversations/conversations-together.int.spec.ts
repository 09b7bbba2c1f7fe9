import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import type { Instance } from '../instances/instance.schema';
import { MessageStore } from '../messages/message.store';
import { aMessageDocument } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import { ConversationStore } from './conversation.store';
import { EVENTS_PER_COMMIT } from './load-conversation';

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let conversations: ConversationStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  for (const id of ['anna', 'boris', 'clara']) await standingContact(db, keys, id);
});

beforeEach(() => {
  conversations = new ConversationStore(db);
});

afterEach(() => Promise.all([db.messages.deleteMany({}), db.conversations.updateMany({}, { $set: { lease: null } })]));
afterAll(() => db.connection.close());

describe('conversations that are leased at the same time', () => {
  it('are each leased, with a fence of their own', async () => {
    const leases = await Promise.all(['anna', 'boris', 'nobody'].map((id) => conversations.lease(id, 'me')));
    expect(leases.map((lease) => (lease.type === 'leased' ? lease.conversation._id : lease.type))).toEqual([
      ...['anna', 'boris', 'gone'],
    ]);
    for (const lease of leases) {
      if (lease.type !== 'leased') continue;
      expect(lease.conversation).toMatchObject({ epoch: lease.conversation.epoch, lease: { by: 'me' } });
      expect(lease.conversation.epoch).toBeGreaterThan(0);
    }
  });

  it('leave alone what somebody else has, and take what he let run out', async () => {
    await db.native(db.instances).insertOne({ _id: 'other' } as Instance);
    const until = (inMs: number) => ({ lease: { by: 'other', until: new Date(Date.now() + inMs) } });
    await db.conversations.updateOne({ _id: 'anna' }, { $set: until(60_000) });
    await db.conversations.updateOne({ _id: 'boris' }, { $set: until(-60_000) });
    const leases = await Promise.all(['anna', 'boris', 'clara'].map((id) => conversations.lease(id, 'me')));
    expect(leases.map(({ type }) => type)).toEqual(['held-elsewhere', 'leased', 'leased']);
    expect(await db.conversations.findById('anna').lean()).toMatchObject({ lease: { by: 'other' } });
  });
});

describe('a lease whose answer was lost', () => {
  it('is taken again by whom it names, with a new fence', async () => {
    const first = await conversations.lease('anna', 'me');
    const again = await conversations.lease('anna', 'me');
    if (first.type !== 'leased' || again.type !== 'leased') throw new Error('it was not leased');
    expect(again.conversation.epoch).toBe(first.conversation.epoch + 1);
    expect((await conversations.lease('anna', 'me')).type).toBe('leased');
  });
});

describe('conversations that are loaded at the same time', () => {
  it('have each its own contact and what waits for it, a message still to be filed with it', async () => {
    const filed = (id: string) => ({ state: 'filed', unhandledFor: id, conversationId: id }) as const;
    await db.messages.insertMany([
      aMessageDocument({ externalId: 'of-anna', storedAt: new Date(2), ...filed('anna') }),
      aMessageDocument({ externalId: 'of-anna-before', storedAt: new Date(1), ...filed('anna') }),
      aMessageDocument({ externalId: 'of-boris', ...filed('boris') }),
      aMessageDocument({ externalId: 'to-clara' }),
    ]);
    const toClara = await db.messages.findOne({ externalId: 'to-clara' }).orFail().lean();
    const filing = { conversationId: 'clara', matchedBy: 'thread', senderKnown: true } as const;
    expect(
      await Promise.all([loaded('anna'), loaded('boris'), loaded('clara', { id: toClara._id, filing }), loaded('no')]),
    ).toEqual([
      { contact: 'anna', messages: ['of-anna-before', 'of-anna'] },
      { contact: 'boris', messages: ['of-boris'] },
      { contact: 'clara', messages: ['to-clara'] },
      null,
    ]);
  });

  it('lose nothing to the one for which very much waits', async () => {
    const many = Array.from({ length: 5 * EVENTS_PER_COMMIT }, (_, order) =>
      aMessageDocument({
        ...{ externalId: `flood-${order}`, storedAt: new Date(1), order },
        ...{ state: 'filed', unhandledFor: 'anna', conversationId: 'anna' },
      }),
    );
    const late = { state: 'filed', unhandledFor: 'boris', conversationId: 'boris' } as const;
    await db.messages.insertMany([...many, aMessageDocument({ externalId: 'late', storedAt: new Date(9), ...late })]);
    const [anna, boris] = await Promise.all([loaded('anna'), loaded('boris')]);
    expect(anna?.messages).toHaveLength(EVENTS_PER_COMMIT);
    expect(boris?.messages).toEqual(['late']);
  });

  it('do not fail with the one that cannot be loaded', async () => {
    const filed = (id: string) => ({ state: 'filed', unhandledFor: id, conversationId: id }) as const;
    const broken = ['broken', 'too'].map((externalId) => ({
      ...aMessageDocument({ externalId, ...filed('anna') }),
      storedAt: null as unknown as Date,
    }));
    const whole = aMessageDocument({ externalId: 'whole', ...filed('boris') });
    await db.native(db.messages).insertMany([...broken, whole]);
    const [anna, boris] = await Promise.allSettled([loaded('anna'), loaded('boris')]);
    expect(anna.status).toBe('rejected');
    expect(boris).toMatchObject({ status: 'fulfilled', value: { messages: ['whole'] } });
  });

  async function loaded(id: string, unfiled: Parameters<ConversationStore['load']>[2] = null) {
    const found = await conversations.load(id, new Date(), unfiled);
    return (
      found && {
        contact: found.contact?._id,
        messages: found.facts.flatMap((fact) => (fact.type === 'message' ? [fact.message.externalId] : [])),
      }
    );
  }
});

describe('messages that are filed at the same time', () => {
  it('are each filed once; what somebody has filed meanwhile stays so, and the feed tells of the others', async () => {
    const messages = new MessageStore(db, keys);
    await db.messages.insertMany(['one', 'two', 'three'].map((externalId) => aMessageDocument({ externalId })));
    const all = await db.messages.find().sort({ externalId: 1 }).lean();
    const ids = all.map(({ _id }) => _id);
    expect((await Promise.all(ids.map((id) => messages.toFile(id)))).map((found) => found?.message._id)).toEqual(ids);

    const filing = { conversationId: 'anna', matchedBy: 'thread', senderKnown: true } as const;
    await db.messages.updateOne({ externalId: 'three' }, { $set: { state: 'filed', conversationId: 'boris' } });
    expect(await Promise.all(ids.map((id) => messages.file(id, filing)))).toEqual([null, null, null]);
    const after = await db.messages.find().sort({ externalId: 1 }).lean();
    expect(after.map(({ conversationId }) => conversationId)).toEqual(['anna', 'boris', 'anna']);
    expect(await Promise.all(ids.map((id) => messages.toFile(id)))).toEqual([null, null, null]);
  });
});
