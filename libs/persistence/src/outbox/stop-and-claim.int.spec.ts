import { setTimeout as sleep } from 'node:timers/promises';
import type mongoose from 'mongoose';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import { randomKeys } from '../../../../test/support/test-keys';
import type { Database } from '../database';
import { recipientKeys } from '../recipients/recipient-keys';
import { aCommit, aContactDocument, aConversationDocument, aLetter } from '../testing/documents';
import { TurnStore } from '../turns/turn.store';
import { claim } from './claim';

const RACES = 1000;
const AT_ONCE = 10;

const database = testDatabase();
const { name } = database;
const keys = randomKeys();
let db: Database;

beforeAll(async () => {
  db = await preparedDatabase(database);
});

afterAll(() => db.connection.close());

describe('a stop and a claim of the same recipient, at the same instant', () => {
  it('never pass each other: no letter is claimed after the stop', async () => {
    const outcome = await race('guarded', db);
    expect(outcome.stops).toBe(RACES);
    expect(outcome.claims + outcome.refusals).toBe(RACES);
    // Both must have won often, or nothing was raced.
    expect(outcome.claims).toBeGreaterThan(RACES / 50);
    expect(outcome.refusals).toBeGreaterThan(RACES / 50);
    expect(outcome.claimedAfterStop).toBe(0);
  }, 240_000);

  it('would pass each other if the claim only read the guard', async () => {
    const outcome = await race('unguarded', withoutGuardWrites(db));
    expect(outcome.claimedAfterStop).toBeGreaterThan(0);
  }, 240_000);
});

/**
 * The letter is one of another contact with the same address: the stop writes nothing of it, so that only the guard
 * stands between the two.
 */
async function race(prefix: string, claiming: Database): Promise<Outcome> {
  const pairs = Array.from({ length: RACES }, (_, n) => `${prefix}-${String(n)}`);
  await prepare(pairs);
  const { operationTime: begun } = await db.driver.command({ ping: 1 });
  let claims = 0;
  let stops = 0;
  // Who comes first is steered towards a tie: the winner of one pair starts later in the next, by ever more while it wins.
  let leadMs = 0;
  let stepMs = 1;
  let last = false;
  for (let start = 0; start < RACES; start += AT_ONCE) {
    await Promise.all(
      pairs.slice(start, start + AT_ONCE).map(async (pair) => {
        const lead = leadMs + (Math.random() - 0.5) * 6;
        const [stopped, claimed] = await Promise.all([
          sleep(Math.max(-lead, 0)).then(() => stop(pair)),
          sleep(Math.max(lead, 0)).then(() => claimLetter(pair, claiming)),
        ]);
        stops += stopped === 'committed' ? 1 : 0;
        claims += claimed ? 1 : 0;
        stepMs = claimed === last ? Math.min(stepMs * 1.1, 20) : 1;
        last = claimed;
        leadMs += claimed ? stepMs : -stepMs;
      }),
    );
  }
  return { claims, refusals: RACES - claims, stops, claimedAfterStop: await claimedAfterStop(pairs, begun) };
}

interface Outcome {
  readonly claims: number;
  readonly refusals: number;
  readonly stops: number;
  readonly claimedAfterStop: number;
}

async function prepare(pairs: readonly string[]): Promise<void> {
  await db.contacts.insertMany(pairs.map((pair) => aContactDocument({ _id: pair, addresses: [addressOf(pair)] })));
  await db.conversations.insertMany(
    pairs.map((pair) => aConversationDocument({ _id: pair, contactId: pair, token: pair })),
  );
  await db.recipients.insertMany(
    pairs.map((pair) => ({
      _id: guardOf(pair),
      suppressed: false,
      suppression: null,
      passed: [],
      claimId: null,
      bindings: [],
    })),
  );
  await db.outbox.insertMany(
    pairs.map((pair) =>
      aLetter({ _id: pair, to: addressOf(pair), contactId: 'another', status: 'leased', leaseNumber: 1 }),
    ),
  );
}

async function stop(pair: string): Promise<string> {
  const conversation = aConversationDocument({ _id: pair, contactId: pair, token: pair });
  const contact = aContactDocument({ _id: pair, addresses: [addressOf(pair)] });
  const suppression = {
    id: `stop-${pair}`,
    because: 'contact-asked' as const,
    messageId: null,
    at: new Date(),
    addresses: contact.addresses,
    companyDomain: null,
  };
  const writes = { cancelLetters: true, cancelTimers: true, suppressions: [suppression] };
  return new TurnStore(db, keys).commit({ ...aCommit(conversation, contact, writes), stage: 'stopped' });
}

async function claimLetter(pair: string, claiming: Database): Promise<boolean> {
  const letter = aLetter({ _id: pair, to: addressOf(pair), contactId: 'another', status: 'leased', leaseNumber: 1 });
  const { claimed } = await claim(claiming, keys, [letter]);
  return claimed.length === 1;
}

/** The server's own order of commits decides: the oplog holds each transaction at the time of its commit. */
async function claimedAfterStop(pairs: readonly string[], begun: mongoose.mongo.Timestamp): Promise<number> {
  const stopped = new Map<string, mongoose.mongo.Timestamp>();
  const claimed = new Map<string, mongoose.mongo.Timestamp>();
  const pairOfGuard = new Map(pairs.map((pair) => [guardOf(pair), pair]));
  const oplog = db.connection.getClient().db('local').collection('oplog.rs');
  // From the beginning of the race: before it stands what every other spec of the run has written.
  const entries = oplog.find({
    ts: { $gte: begun },
    'o.applyOps.ns': { $in: [`${name}.recipients`, `${name}.outbox`] },
  });
  for await (const entry of entries) {
    for (const write of (entry['o'] as { applyOps: AppliedWrite[] }).applyOps) {
      const id = write.o2?._id ?? '';
      const set = JSON.stringify(write.o);
      const pair = pairOfGuard.get(id);
      if (pair !== undefined && set.includes('"suppressed":true'))
        stopped.set(pair, entry['ts'] as mongoose.mongo.Timestamp);
      if (write.ns === `${name}.outbox` && set.includes('handing-over'))
        claimed.set(id, entry['ts'] as mongoose.mongo.Timestamp);
    }
  }
  return pairs.filter((pair) => {
    const [stop, claim] = [stopped.get(pair), claimed.get(pair)];
    return stop && claim?.greaterThan(stop);
  }).length;
}

interface AppliedWrite {
  readonly ns: string;
  readonly o: unknown;
  readonly o2?: { readonly _id: string };
}

/** The same database, but a guard is only read where the claim writes it. */
function withoutGuardWrites(real: Database): Database {
  const guards = real.native(real.recipients);
  const onlyReading = new Proxy(guards, {
    get: (collection, property, receiver): unknown =>
      property === 'findOneAndUpdate'
        ? (filter: object, _write: object, { session }: { session: mongoose.mongo.ClientSession }) =>
            collection.findOne(filter, { session })
        : Reflect.get(collection, property, receiver),
  });
  return new Proxy(real, {
    get: (target, property, receiver): unknown =>
      property === 'native'
        ? (model: Parameters<Database['native']>[0]) =>
            model.collection.name === real.recipients.collection.name ? onlyReading : target.native(model)
        : Reflect.get(target, property, receiver),
  });
}

function addressOf(pair: string): string {
  return `${pair}@example.com`;
}

function guardOf(pair: string): string {
  return recipientKeys(addressOf(pair), keys).current[0] ?? '';
}
