import { COLLECTIONS } from '@app/persistence/collections';
import { endRecovery } from '@app/persistence/recover/database-origin';
import { releaseBots } from '@app/persistence/recover/hold-bots';
import { testDatabase } from '../../../test/support/test-database';
import { TelegramWorld } from './testing/telegram-world';

describe('a gateway that finds a restored backup', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
    // As after a restore, which makes the collections anew.
    await world.db.driver.collection(COLLECTIONS.databaseOrigin).updateOne({}, { $set: { collectionId: 'another' } });
  });

  afterAll(() => world.close());

  it('takes what people say and sends nothing, also when it is started again, until the recovery has ended', async () => {
    const user = world.started();
    const letter = await world.queue(user);
    const first = await world.startGateway();
    await world.polled();
    await world.stopGateway(first);
    await world.startGateway();
    await world.polled();

    await world.message(user.writes('Здравствуйте').updateId);
    expect(await world.letter(letter._id)).toMatchObject({ status: 'queued', leaseNumber: 0 });
    expect(await world.db.telegramBots.findOne().lean()).toMatchObject({
      paused: { because: expect.stringContaining('recover --backup-time') },
    });

    await releaseBots(world.db);
    await endRecovery(world.db);
    expect(await world.settled(letter._id)).toMatchObject({ outcome: 'sent' });
  });
});
