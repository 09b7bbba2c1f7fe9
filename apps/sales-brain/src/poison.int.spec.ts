import type { INestApplicationContext } from '@nestjs/common';
import type { Document } from 'mongodb';
import type { CollectionName } from '@app/persistence/collections';
import { aMessageDocument } from '@app/persistence/testing/documents';
import { WaitingStore } from '@app/persistence/waiting/waiting.store';
import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

/** Eight failures in a row take 13 s; the machine may be busy. */
const SHOWN_WITHIN_MS = 40_000;

const database = testDatabase();
let world: SalesWorld;
let brain: INestApplicationContext;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  brain = await world.startBrain();
  // Both fail from now on, while the other tests run.
  await put('commands', { _id: 'no-command', body: null, status: 'pending', because: null, createdAt: new Date() });
  await put('messages', { ...aMessageDocument({ _id: 'unfilable', from: 'eva@example.com' }), tokens: null });
});

afterAll(() => world.close());

describe('a contact who says stop', () => {
  it.each<[string, (conversationId: string, from: string) => Promise<unknown>]>([
    ['a message without its words', (_, from) => put('messages', { ...aMessageDocument({ from }), text: null })],
    ['a message of a chat that tells of none', (_, from) => put('messages', aMessageDocument({ from, kind: 'chat' }))],
    [
      'a letter whose outcome nobody knows',
      (conversationId) => change('outbox', { conversationId }, { outcome: 'nonsense', unhandledFor: conversationId }),
    ],
    [
      'a command that is none',
      (unhandledFor) =>
        put('commands', { _id: `for-${unhandledFor}`, body: { type: 'no' }, status: 'pending', unhandledFor }),
    ],
    [
      'a timer nobody knows',
      (conversationId) =>
        put('timers', {
          _id: `of-${conversationId}`,
          conversationId,
          status: 'scheduled',
          dueAt: new Date(0),
          timer: 7,
        }),
    ],
  ])('is heard behind %s', async (name, poison) => {
    const address = `${String(name.length)}@example.com`;
    const contact = await world.addWaiting(address);
    await poison(contact.conversationId, address);
    await world.writes(address, 'Больше не пишите мне');
    await eventually('the stop', async () => ((await world.stageOf(contact)) === 'stopped' ? true : null));
    expect(await world.suppressed(address)).toBe(true);
  });
});

describe('what keeps failing', () => {
  it('is seen by the operator, and answered once it is mended, while others are answered all along', async () => {
    const damaged = await world.addWaiting('damaged@example.com');
    const { memory } = await world.conversationOf(damaged);
    await change('conversations', { _id: damaged.conversationId }, { memory: null });
    await world.writes('damaged@example.com', 'Пришлите презентацию');

    const neighbour = await world.addWaiting('neighbour@example.com');
    await world.writes('neighbour@example.com', 'Пришлите презентацию');
    expect((await world.deliverTo(neighbour)).letters).toEqual(['presentation']);

    const seen = await eventually(
      'all three to be shown',
      async () => {
        const attention = await new WaitingStore(world.db).attention(world.now());
        const { quarantined } = await world.conversationOf(damaged);
        return quarantined !== null && attention.failing.length === 2 ? attention : null;
      },
      SHOWN_WITHIN_MS,
    );
    expect(seen.failing.map(({ what, id }) => [what, id])).toEqual([
      ['message', 'unfilable'],
      ['command', 'no-command'],
    ]);
    expect(seen.quarantined).toBeGreaterThan(0);

    await change('conversations', { _id: damaged.conversationId }, { memory });
    await change('messages', { _id: 'unfilable' }, { tokens: [] });
    // Else it is tried again within a minute.
    await brain.close();
    await world.startBrain();
    expect((await world.deliverTo(damaged)).letters).toEqual(['presentation']);
    expect((await world.conversationOf(damaged)).quarantined).toBeNull();
    await eventually('the message to be looked at', async () =>
      world.db.messages.exists({ _id: 'unfilable', state: 'unmatched' }),
    );
  }, 90_000);
});

/** Stores what no program of ours would. */
async function put(collection: CollectionName, document: Document): Promise<void> {
  await world.db.driver.collection(collection).insertOne(document);
}

async function change(collection: CollectionName, which: Document, set: Document): Promise<void> {
  await world.db.driver.collection(collection).updateOne(which, { $set: set });
}
