import fc from 'fast-check';
import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import { anyUpdate } from '../testing/any-update';
import { TelegramWorld } from '../testing/telegram-world';

describe('among updates in which anything may stand', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
    await world.startGateway();
    await world.polled();
  });

  afterAll(() => world.close());

  it('what people write is stored in its order, each once, and all of them are confirmed', async () => {
    const anna = world.started();
    const written: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(anyUpdate, { minLength: 1, maxLength: 20 }), async (updates) => {
        for (const update of updates) world.telegram.bringsUpdate(update);
        const text = `Вопрос ${written.push('')}`;
        written[written.length - 1] = text;
        const { updateId } = anna.writes(text);
        await world.message(updateId);
        await eventually('all to be confirmed', () => Promise.resolve(world.telegram.unconfirmed() === 0 || null));
      }),
      { numRuns: 6, endOnFailure: true },
    );
    const stored = await world.messages();
    const asked = stored.filter(({ from, text }) => from === `telegram:${anna.id}` && text.startsWith('Вопрос'));
    expect(asked.map(({ text }) => text)).toEqual(written);
    // Each is a whole message: what the brain reads of it is there.
    expect(stored.filter(({ state, kind, order }) => state !== 'new' || !kind || !order)).toEqual([]);
  });
});
