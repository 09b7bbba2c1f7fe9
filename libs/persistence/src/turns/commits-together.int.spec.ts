import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { aTurnDocument } from '../testing/a-turn-document';
import { aCommit, aLetter } from '../testing/documents';
import { standingContact } from '../testing/standing-contact';
import type { NewSuppression, TurnCommit } from './turn-commit';
import { turnsCommitted } from './turns-committed';
import { TurnStore } from './turn.store';

const database = testDatabase();
const keys = randomKeys();
let db: Database;
let turns: TurnStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

beforeEach(() => {
  turns = new TurnStore(db, keys);
});

afterAll(() => db.connection.close());

describe('commits of a backlog', () => {
  it('share one transaction, and all of each stands', async () => {
    const commits = await Promise.all(['a1', 'a2', 'a3', 'a4'].map(aPlainCommit));
    const told: string[] = [];
    const end = turnsCommitted.hear(({ conversation }) => told.push(conversation._id));
    expect(await Promise.all(commits.map((commit) => turns.commit(commit)))).toEqual(Array(4).fill('committed'));
    end();
    expect(told.sort()).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(await standingOf('a1', 'a2', 'a3', 'a4')).toEqual(
      ['a1', 'a2', 'a3', 'a4'].map((id) => ({ id, revision: 1, turns: 1, letters: 1, scheduled: 0 })),
    );
    expect(new Set(await transactionsOf('a1', 'a2', 'a3', 'a4')).size).toBe(1);
  });

  it('stand for all but the one that is stale', async () => {
    const commits = await Promise.all(['b1', 'b2', 'b3'].map(aPlainCommit));
    await db.conversations.updateOne({ _id: 'b2' }, { $inc: { revision: 1 } });
    expect(await Promise.all(commits.map((commit) => turns.commit(commit)))).toEqual([
      'committed',
      'stale',
      'committed',
    ]);
    expect(await standingOf('b1', 'b2', 'b3')).toEqual([
      { id: 'b1', revision: 1, turns: 1, letters: 1, scheduled: 0 },
      { id: 'b2', revision: 1, turns: 0, letters: 0, scheduled: 1 },
      { id: 'b3', revision: 1, turns: 1, letters: 1, scheduled: 0 },
    ]);
  });

  it('stand for all but the one whose turn is taken already', async () => {
    const commits = await Promise.all(['c1', 'c2', 'c3'].map(aPlainCommit));
    const taken = commits[2]?.turns[0];
    if (!taken) throw new Error('no turn was made');
    await db.turns.insertMany([taken]);
    expect(await Promise.all(commits.map((commit) => turns.commit(commit)))).toEqual([
      'committed',
      'committed',
      'already-taken',
    ]);
  });

  it('do not wait for the one that somebody holds up', async () => {
    const commits = await Promise.all(['d1', 'd2', 'd3'].map(aPlainCommit));
    const blocker = await db.connection.startSession();
    blocker.startTransaction();
    await db.timers.updateOne({ conversationId: 'd2' }, { $inc: { held: 1 } }, { session: blocker, strict: false });
    const results = commits.map((commit) => turns.commit(commit));
    expect(await Promise.all([results[0], results[2]])).toEqual(['committed', 'committed']);
    expect(await standingOf('d2')).toEqual([{ id: 'd2', revision: 0, turns: 0, letters: 0, scheduled: 1 }]);
    await blocker.abortTransaction();
    await blocker.endSession();
    expect(await results[1]).toBe('committed');
  });

  it('leave a stop to a transaction of its own', async () => {
    const [plain, other, stop] = await Promise.all(['e1', 'e2', 'e3'].map(aPlainCommit));
    if (!plain || !other || !stop) throw new Error('no commit was made');
    const suppression: NewSuppression = {
      id: 'e3:stop',
      because: 'contact-asked',
      messageId: null,
      at: new Date(1),
      addresses: stop.contact.addresses,
      companyDomain: null,
    };
    const stopping = { ...stop, writes: { ...stop.writes, letters: [], suppressions: [suppression] } };
    const results = await Promise.all([plain, stopping, other].map((commit) => turns.commit(commit)));
    expect(results).toEqual(Array(3).fill('committed'));
    expect(await db.suppressions.countDocuments({ _id: /e3/ })).toBeGreaterThan(0);
    const [first, second, third] = await transactionsOf('e1', 'e2', 'e3');
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

/** Answers, cancels what was scheduled: nothing that anybody else writes. */
async function aPlainCommit(id: string): Promise<TurnCommit> {
  const { conversation, contact } = await standingContact(db, keys, id);
  await db.timers.insertMany([
    { _id: `${id}:silence`, conversationId: id, timer: 'silence', status: 'scheduled', dueAt: new Date(1) },
  ]);
  const commit = aCommit(conversation, contact);
  return {
    ...commit,
    turns: [aTurnDocument(id, `${id}:job`)],
    writes: { ...commit.writes, cancelTimers: true, letters: [aLetter({ conversationId: id, contactId: id })] },
  };
}

async function standingOf(...ids: readonly string[]) {
  return Promise.all(
    ids.map(async (id) => ({
      id,
      revision: (await db.conversations.findById(id).orFail().lean()).revision,
      turns: await db.turns.countDocuments({ conversationId: id }),
      letters: await db.outbox.countDocuments({ conversationId: id }),
      scheduled: await db.timers.countDocuments({ conversationId: id, status: 'scheduled' }),
    })),
  );
}

/** The moments in the server's log at which the turns of these conversations were committed: one for each transaction. */
async function transactionsOf(...ids: readonly string[]): Promise<string[]> {
  const oplog = db.connection.getClient().db('local').collection('oplog.rs');
  return Promise.all(
    ids.map(async (id) => {
      const entry = await oplog.findOne({ 'o.applyOps': { $elemMatch: { 'o._id': `turn-of-${id}` } } });
      return entry === null ? `none for ${id}` : String(entry.ts);
    }),
  );
}
