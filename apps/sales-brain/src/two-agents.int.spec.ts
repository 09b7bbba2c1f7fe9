import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const ANSWERS_PER_HOUR = 3;

const databases = [testDatabase(), testDatabase()];
let agents: readonly Agent[];

/** An agent, and the contact that the other one is to it. */
interface Agent {
  readonly world: SalesWorld;
  other: Contact;
}

beforeAll(async () => {
  agents = await Promise.all(
    databases.map(async (database) => {
      const world = await SalesWorld.open(database, undefined, { answersPerHour: ANSWERS_PER_HOUR });
      await world.startBrain();
      return { world, other: await world.addWaiting('first@other.example') };
    }),
  );
});

afterAll(() => Promise.all(agents.map(({ world }) => world.close())));

async function meetAnew(name: string): Promise<void> {
  for (const agent of agents) agent.other = await agent.world.addWaiting(`${name}@other.example`);
}

/** What one agent has said comes to the other; its next letter, or null when it has nothing more to say. */
async function answerTo(said: OutboxMessage, { world, other }: Agent, kind: InboundMessage['kind']) {
  const [address = ''] = other.addresses;
  // What an agent says is no question, so one is added: the other would have something to answer for ever.
  const text = kind === 'human' ? `${said.text.split('\n')[0] ?? ''}\nСколько это стоит?` : said.text;
  await world.writes(address, text, { kind, messageId: said.messageId });
  await world.hasHeard(other);
  const queued = await world.db.outbox.findOne({ contactId: other._id, status: 'queued' }).lean();
  return queued ? world.deliverTo(other) : null;
}

/** Lets them answer each other until one falls silent; how many letters each has written. */
async function talk(kind: InboundMessage['kind']): Promise<readonly number[]> {
  const [first] = agents;
  if (!first) throw new Error('There is nobody.');
  let [said]: (OutboxMessage | null | undefined)[] = await first.world.lettersOf(first.other);
  for (let turn = 1; said && turn < 100; turn++) {
    const next = agents[turn % 2];
    said = next && (await answerTo(said, next, kind));
  }
  return Promise.all(agents.map(async ({ world, other }) => (await world.lettersOf(other)).length));
}

describe('two agents that write to each other', () => {
  it('fall silent at once when each knows the other for a machine', async () => {
    expect(await talk('auto_reply')).toEqual([1, 1]);
    for (const { world, other } of agents) expect(await world.stageOf(other)).toBe('awaiting-reply');
  });

  it('fall silent after a few letters though neither shows that it is a machine, and a person learns of it', async () => {
    await meetAnew('second');
    expect(await talk('human')).toEqual([1 + ANSWERS_PER_HOUR, 1 + ANSWERS_PER_HOUR]);
    const stages = await Promise.all(agents.map(({ world, other }) => world.stageOf(other)));
    expect(stages.sort()).toEqual(['awaiting-reply', 'handed-over']);
  });

  it('are heard saying stop even then', async () => {
    for (const { world, other } of agents) {
      await world.writes('second@other.example', 'Больше мне не пишите');
      await world.settledIn(other, 'stopped');
    }
  });

  it('may talk on when the hour is over', async () => {
    await meetAnew('third');
    await talk('human');
    for (const { world, other } of agents) {
      await world.moveClockBy(1.1 / 24);
      await world.command({ type: 'releaseContact', contactId: other._id });
      await world.writes('third@other.example', 'Сколько это стоит?');
      await eventually('another answer', async () => {
        const letters = await world.lettersOf(other);
        return letters.length === 2 + ANSWERS_PER_HOUR ? true : null;
      });
    }
  });
});
