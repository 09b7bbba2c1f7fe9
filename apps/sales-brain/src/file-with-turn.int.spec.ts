import { setTimeout as pause } from 'node:timers/promises';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  await world.startBrain();
  await world.startBrain();
});

afterAll(() => world.close());

describe('a message that its turn would file', () => {
  it('is filed and answered once', async () => {
    const anna = await world.addWaiting('anna@example.com');
    const message = await world.writes('anna@example.com', 'Пришлите презентацию');
    await world.hasHeard(anna);
    await isAnsweredOnce(anna, message);
  });

  it('is answered once when another brain files it while the commit hangs', async () => {
    const boris = await world.addWaiting('boris@example.com');
    const letGo = await holdCommitsOf(boris);
    const message = await world.writes('boris@example.com', 'Пришлите презентацию');
    await eventually('the other brain to file it', async () =>
      world.db.messages.findOne({ _id: message._id, state: 'filed' }).lean(),
    );
    await letGo();
    await world.hasHeard(boris);
    await isAnsweredOnce(boris, message);
  }, 30_000);

  it('is answered with the message that comes while the commit hangs', async () => {
    const clara = await world.addWaiting('clara@example.com');
    const letGo = await holdCommitsOf(clara);
    const first = await world.writes('clara@example.com', 'Пришлите презентацию', { order: 1 });
    await pause(50);
    const second = await world.writes('clara@example.com', 'И дайте доступ к демо', { order: 2 });
    await pause(50);
    await letGo();
    await world.hasHeard(clara);
    await eventually('one answer to both', async () => {
      const answers = await answersTo(clara);
      return answers.length === 1 && answers[0]?.includes('demo-access') ? true : null;
    });
    expect(await takenBy(clara)).toEqual([first._id, second._id]);
  }, 30_000);

  it('is filed at once, and taken later, while somebody else has the conversation', async () => {
    const denis = await world.addWaiting('denis@example.com');
    const [{ _id: by } = { _id: '' }] = await world.db.instances.find({ service: 'sales-brain' }).lean();
    const { conversationId } = denis;
    const lease = { by, until: new Date(Date.now() + 1500) };
    await world.db.conversations.updateOne({ _id: conversationId }, { $set: { lease }, $inc: { epoch: 1 } });
    const message = await world.writes('denis@example.com', 'Пришлите презентацию');
    const filed = await eventually('it to be filed', async () =>
      world.db.messages.findOne({ _id: message._id, state: 'filed' }).lean(),
    );
    expect(filed.unhandledFor).toBe(conversationId);
    await world.hasHeard(denis);
    await isAnsweredOnce(denis, message);
  }, 30_000);

  it('leaves nothing for the safety sweep', async () => {
    const instances = await world.db.instances.find({ service: 'sales-brain' }).lean();
    expect(instances.map(({ sweepFinds }) => sweepFinds)).toEqual([0, 0]);
  });
});

/** A transaction that holds the silence timer keeps every commit that cancels it waiting. */
async function holdCommitsOf({ conversationId }: Contact): Promise<() => Promise<void>> {
  const blocker = await world.db.connection.startSession();
  blocker.startTransaction();
  await world.db.timers.updateOne(
    { conversationId, status: 'scheduled' },
    { $inc: { held: 1 } },
    { session: blocker, strict: false },
  );
  return async () => {
    await blocker.abortTransaction();
    await blocker.endSession();
  };
}

async function isAnsweredOnce(contact: Contact, { _id }: InboundMessage): Promise<void> {
  expect(await takenBy(contact)).toEqual([_id]);
  expect(await answersTo(contact)).toEqual([['presentation']]);
  expect(await world.db.messages.findById(_id).lean()).toMatchObject({
    state: 'filed',
    conversationId: contact.conversationId,
    matchedBy: 'sender',
    senderKnown: true,
  });
}

async function takenBy(contact: Contact): Promise<string[]> {
  const turns = await world.turnsOf(contact);
  return turns.flatMap(({ event }) => (event.type === 'contactWrote' ? [event.messageId] : []));
}

async function answersTo(contact: Contact) {
  return (await world.lettersOf(contact))
    .filter(({ status }) => status === 'queued')
    .map(({ letters }) => [...letters]);
}
