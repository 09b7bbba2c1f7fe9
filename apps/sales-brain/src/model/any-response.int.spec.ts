import fc from 'fast-check';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import { ModelHost, reads, UNSURE, withModel } from '../../testing/model-host';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;
let host: ModelHost;
let people = 0;

const HONEST = reads('presentation', UNSURE);

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, withModel());
  host = await ModelHost.open(world.db, database);
  await world.startBrain();
});

afterAll(async () => {
  await host.close();
  await world.close();
});

/** What no honest host answers; never anything that a model could have meant. */
const response: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value !== 'string'),
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.nat(HONEST.length - 1).map((end) => HONEST.slice(0, end)),
  fc.jsonValue().map((more) => JSON.stringify({ ...(JSON.parse(HONEST) as object), more })),
  fc.constantFrom('x'.repeat(2_000_000), reads('stop', UNSURE), reads('presentation', UNSURE).replace('"ru"', '"de"')),
);

/** What else it writes into the job, which is nothing to us. */
const field = fc.constantFrom(
  ...[
    'kind',
    'version',
    'model',
    'prompt',
    'schema',
    'input',
    'priority',
    'flow',
    'round',
    'attempts',
    'error',
    'more',
  ],
);
const lies = fc.dictionary(field, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });

/** Settles with lies whatever is asked about a contact, until a person is. */
async function mislead(contact: Contact, answers: readonly unknown[], more: object): Promise<void> {
  let given = 0;
  await eventually(`${contact._id} to be handed over`, async () => {
    const { stage, memory } = await world.conversationOf(contact);
    if (stage === 'handed-over') return true;
    if (memory.asked === null) return null;
    const set = { ...more, status: 'completed', response: answers[given % answers.length] };
    given += 1;
    await host.tamper(opaqueId(memory.asked.jobId), set);
    return null;
  });
}

describe('whatever hosts write into their jobs', () => {
  it('those contacts go to a person with nothing written or changed, and the others are answered', async () => {
    const misleading = fc.record({ answers: fc.array(response, { minLength: 1, maxLength: 2 }), lies });
    await fc.assert(
      fc.asyncProperty(fc.array(misleading, { minLength: 1, maxLength: 5 }), async (each) => {
        const others = each.map(() => `misled${++people}@firm${people}.example`);
        const [good, ...misled] = await Promise.all(
          [`answered${++people}@firm${people}.example`, ...others].map((address) => world.addWaiting(address)),
        );
        if (!good) throw new Error('nobody');
        const before = await counted();
        for (const { addresses } of misled) await world.writes(addresses[0] ?? '', UNSURE);
        await Promise.all(
          misled.map((contact, index) => mislead(contact, each[index]?.answers ?? [], each[index]?.lies ?? {})),
        );
        await world.writes(good.addresses[0] ?? '', UNSURE);
        const { memory } = await eventually('the question', async () => {
          const conversation = await world.conversationOf(good);
          return conversation.memory.asked === null ? null : conversation;
        });
        await host.tamper(opaqueId(memory.asked?.jobId ?? ''), { status: 'completed', response: HONEST });

        expect(await world.deliverTo(good)).toMatchObject({ letters: ['presentation'] });
        for (const contact of misled) {
          expect((await world.lettersOf(contact)).map(({ letters }) => letters)).toEqual([['opening']]);
          expect((await world.conversationOf(contact)).quarantined).toBeNull();
        }
        expect(await counted()).toEqual(before);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});

async function counted(): Promise<readonly number[]> {
  const { contacts, suppressions, conversations } = world.db;
  return Promise.all([contacts, suppressions, conversations].map((collection) => collection.estimatedDocumentCount()));
}
