import { preparedDatabase } from '../../../../test/support/prepared-database';
import { testDatabase } from '../../../../test/support/test-database';
import type { Database } from '../database';
import { PaceStore } from './pace.store';

const database = testDatabase();
const LIMITS = { everyMs: 100, everyOfChatMs: 60_000, withinMs: 10_000 };
let db: Database;
let paces: PaceStore;

beforeAll(async () => {
  db = await preparedDatabase(database);
  paces = new PaceStore(db);
});

beforeEach(() => db.telegramPaces.deleteMany({}));

afterAll(() => db.connection.close());

describe('the moments at which a bot may send', () => {
  it('follow one another, whoever asks for them at the same instant', async () => {
    const turns = await Promise.all(Array.from({ length: 20 }, (_, chat) => take(String(chat))));
    expect(turns.map(({ heldBy }) => heldBy)).toEqual(turns.map(() => null));
    expect(new Set(turns.map(({ inMs }) => inMs)).size).toBe(20);
    expect(Math.max(...turns.map(({ inMs }) => inMs))).toBeGreaterThan(1_000);
    expect(Math.max(...turns.map(({ inMs }) => inMs))).toBeLessThanOrEqual(1_900);
  });

  it('are further apart in one chat, and it holds up no other', async () => {
    expect(await take('anna')).toEqual({ heldBy: null, inMs: 0 });
    const second = await take('anna');
    expect(second).toMatchObject({ heldBy: 'chat' });
    expect(second.inMs).toBeGreaterThan(50_000);
    expect((await take('boris')).inMs).toBeLessThanOrEqual(100);
  });

  it('are not given out too far ahead', async () => {
    await paces.rest('bot', null, 20_000);
    expect(await take('anna')).toMatchObject({ heldBy: 'all' });
    await paces.rest('bot', null, 5_000);
    expect((await take('anna')).inMs).toBeGreaterThan(15_000);
  });

  it('wait for a chat that Telegram wants to rest, and only for that one', async () => {
    await paces.rest('bot', '$anna', 30_000);
    const held = await take('$anna');
    expect(held).toMatchObject({ heldBy: 'chat' });
    expect(held.inMs).toBeGreaterThan(25_000);
    expect(await take('boris')).toEqual({ heldBy: null, inMs: 0 });
  });

  it('leave nothing behind of a chat whose moment is over', async () => {
    await paces.take('bot', 'anna', { ...LIMITS, everyOfChatMs: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await take('boris');
    const pace = await db.telegramPaces.findById('bot').lean();
    expect(pace?.chats.map(({ id }) => id)).toEqual(['boris']);
  });
});

function take(chat: string) {
  return paces.take('bot', chat, LIMITS);
}
