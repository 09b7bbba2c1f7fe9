import type { INestApplicationContext } from '@nestjs/common';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { ChatUser, introduceBot } from '../../../../test/support/chat-user';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { ConversationReactor } from './conversation.reactor';
import { AHEAD_MS } from './gathered';

/** So long that the brain by itself takes nothing up while a test lasts. */
const GATHER_FOR_S = 600;

const database = testDatabase();
let world: SalesWorld;
let brain: INestApplicationContext;
let users = 7000;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { gatherFor: { email: 0, telegram: GATHER_FOR_S } });
  await introduceBot(world);
  brain = await world.startBrain();
});

afterEach(() => jest.restoreAllMocks());

afterAll(() => world.close());

/** A contact in a chat whose question is waited with, and the conversation it was filed under. */
async function someoneAsks() {
  users += 1;
  const user = new ChatUser(world, String(users));
  await user.starts();
  await user.hears();
  const contact = await user.contact();
  await world.settledIn(contact, 'awaiting-reply');
  const { _id } = await user.writes('Сколько это стоит?');
  const question = await eventually('the question to be filed', () =>
    world.db.messages.findOne({ _id, state: 'filed' }).lean(),
  );
  const { _id: conversationId } = await world.conversationOf(contact);
  return { user, contact, question, conversationId };
}

/** Lets the host’s clock stand so long before the gathering of a message ends. */
function standBeforeTheEnd(question: InboundMessage, ms: number): void {
  const aheadMs = world.now().getTime() - Date.now();
  const standing = question.storedAt.getTime() + GATHER_FOR_S * 1000 - ms - aheadMs;
  jest.spyOn(Date, 'now').mockReturnValue(standing);
}

function takeUp(conversationId: string, isWoken: boolean) {
  return brain.get(ConversationReactor).react([conversationId], { wake: () => undefined, isWoken: () => isWoken });
}

const isHandled = async ({ _id }: InboundMessage): Promise<boolean> =>
  (await world.db.messages.findById(_id).lean<InboundMessage>())?.unhandledFor === undefined;

describe('what a contact wrote in a chat', () => {
  it('is left alone until shortly before the gathering ends, for more may come', async () => {
    const { question, conversationId } = await someoneAsks();
    standBeforeTheEnd(question, 500);
    expect(await takeUp(conversationId, false)).toEqual({ again: [{ key: conversationId, inMs: 500 - AHEAD_MS }] });
    expect(await isHandled(question)).toBe(false);
  });

  it('has its answer made by the time the gathering ends, and written only then', async () => {
    const { user, question, conversationId } = await someoneAsks();
    standBeforeTheEnd(question, AHEAD_MS);
    const began = performance.now();
    expect(await takeUp(conversationId, false)).toEqual({ again: [] });
    expect(performance.now() - began).toBeGreaterThanOrEqual(AHEAD_MS - 1);
    expect(await isHandled(question)).toBe(true);
    expect(await user.hears()).toMatchObject({ letters: ['answer'] });
  });

  it('is taken up with what came while its answer was made, and not without', async () => {
    const { question, contact, conversationId } = await someoneAsks();
    standBeforeTheEnd(question, AHEAD_MS);
    expect(await takeUp(conversationId, true)).toEqual({ again: [{ key: conversationId, inMs: 0 }] });
    expect(await isHandled(question)).toBe(false);
    expect((await world.conversationOf(contact)).lease).toBeNull();
  });
});
