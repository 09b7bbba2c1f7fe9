import { readFile } from 'node:fs/promises';
import { aContactDocument, aConversationDocument, aMessageDocument } from '@app/persistence/testing/documents';
import { COLLECTIONS } from '@app/persistence/collections';
import { freePort } from '@app/peers/system/free-port';
import { eventually } from './support/eventually';
import { SalesWorld } from './support/sales-world';
import { testDatabase } from './support/test-database';

const MESSAGES = 100_000;
const CONVERSATIONS = 5_000;
/** A second on a quiet machine. */
const READY_WITHIN_MS = 20_000;
/** Two seconds on a quiet machine, which takes minutes for all of them. */
const NEWEST_WITHIN_MS = 60_000;
const MOST_BYTES = 400 * 1024 * 1024;

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await fill();
}, 120_000);

afterAll(() => world.close());

describe('a brain that finds 100,000 messages waiting at its start', () => {
  it('is ready at once, tells what waits, keeps order and little in memory, and lets nobody wait for all of it', async () => {
    const healthPort = await freePort();
    const ask = async (path: string): Promise<string> =>
      (await fetch(`http://127.0.0.1:${String(healthPort)}${path}`)).text();
    const { pid } = await world.startProcess('sales-brain', { healthPort });

    await eventually(
      'it to be ready',
      async () => ((await ask('/health/ready')).includes('"status":"ok"') ? true : null),
      READY_WITHIN_MS,
    );
    const backlog = waitingIn(await ask('/metrics'));
    expect(backlog).toBeGreaterThan(MESSAGES / 2);

    // In the conversation whose older messages are the last of the backlog.
    const storedAt = world.now();
    const late = await world.writes(addressOf(CONVERSATIONS - 1), 'Пришлите презентацию', { storedAt });
    await eventually('the newest to be taken', () => isTaken(late._id), NEWEST_WITHIN_MS);
    expect(await world.db.messages.countDocuments({ state: 'new' })).toBeGreaterThan(MESSAGES / 10);

    const order = await takenIn(CONVERSATIONS - 1);
    expect(order.at(-1)).toEqual(storedAt.getTime());
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(await memoryOf(pid)).toBeLessThan(MOST_BYTES);
    expect(await ask('/metrics')).not.toMatch(/sales_agent_sweep_finds_total\{.*\} [1-9]/);
  }, 120_000);
});

/** Messages that need no answer, of each conversation in turn; made where they are to lie, which takes a tenth of the time. */
async function fill(): Promise<void> {
  const { contacts, conversations } = world.db;
  const all = Array.from({ length: CONVERSATIONS }, (_, number) => number);
  await world.db
    .native(contacts)
    .insertMany(
      all.map((n) => aContactDocument({ _id: `c${String(n)}`, conversationId: String(n), addresses: [addressOf(n)] })),
    );
  await world.db
    .native(conversations)
    .insertMany(
      all.map((n) => aConversationDocument({ _id: String(n), contactId: `c${String(n)}`, token: String(n) })),
    );
  const sender = { $toString: { $mod: ['$n', CONVERSATIONS] } };
  const since = new Date(world.now().getTime() - MESSAGES);
  const own = {
    _id: { $concat: ['email:sales:', { $toString: '$n' }] },
    externalId: { $toString: '$n' },
    from: { $concat: ['c', sender, '@example.com'] },
    storedAt: { $add: [since, '$n'] },
  };
  await world.db
    .native(contacts)
    .aggregate([
      { $limit: 1 },
      { $project: { _id: 0, n: { $range: [0, MESSAGES] } } },
      { $unwind: '$n' },
      { $replaceWith: { $mergeObjects: [{ $literal: aMessageDocument({ text: 'Спасибо!' }) }, own] } },
      { $merge: { into: COLLECTIONS.messages, whenMatched: 'fail' } },
    ])
    .toArray();
}

function addressOf(conversation: number): string {
  return `c${String(conversation)}@example.com`;
}

async function isTaken(id: string): Promise<true | null> {
  const message = await world.db.messages.findById(id).lean();
  return message?.state === 'filed' && message.unhandledFor === undefined ? true : null;
}

/** When the messages of a conversation were stored, in the order of their turns. */
async function takenIn(conversation: number): Promise<number[]> {
  const turns = await world.db.turns
    .find({ conversationId: String(conversation), 'event.type': 'contactWrote' })
    .sort({ revision: 1, place: 1 })
    .lean();
  return turns.map(({ event }) => event.at.getTime());
}

function waitingIn(metrics: string): number {
  const found = /sales_agent_queue_waiting\{queue="messages-to-file"[^}]*\} (\d+)/.exec(metrics);
  return Number(found?.[1] ?? 0);
}

/** What the process holds in memory, in bytes. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
