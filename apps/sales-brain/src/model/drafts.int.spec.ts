import { PRIORITIES } from '@app/llm-jobs/job';
import { ModelHost, withModel } from '../../testing/model-host';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;
let host: ModelHost;

const QUESTION = 'А с какими площадками вы работаете?';
const MINUTE = 1 / 1440;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, answering());
  host = await ModelHost.open(world.db, database);
  await world.startBrain();
});

afterEach(async () => {
  await world.db.llmJobs.deleteMany({});
});

afterAll(async () => {
  await host.close();
  await world.close();
});

function answering(change: { queueLimit?: number; openings?: boolean } = {}): ReturnType<typeof withModel> {
  const { queueLimit = 100, openings = false } = change;
  return withModel({ queueLimit, writes: { answers: true, openings } });
}

/** The first sentence of the passage that answers the question, as the product has it. */
async function knownSentence(passageId: string): Promise<string> {
  const passage = (await world.product()).knowledge.find(({ id }) => id === passageId);
  return /^[^.]+\./.exec(passage?.text ?? '')?.[0] ?? '';
}

async function passageFor(contactId: string): Promise<string> {
  const { memory } = await world.conversationOf(await world.contact(contactId));
  const request = memory.asked?.request;
  return request && request.kind !== 'understand' ? (request.letter.passages?.[0] ?? '') : '';
}

describe('a contact who asks what the knowledge answers', () => {
  it("gets the model's sentences, each stored with the passages it rests on", async () => {
    const contact = await world.addWaiting('drafted@example.com');
    await world.writes('drafted@example.com', QUESTION);
    await world.settledIn(contact, 'answering');
    const [asked] = await host.all();
    expect(asked).toMatchObject({ kind: 'answer', priority: PRIORITIES.interactive });
    expect(asked?.prompt).toContain('площадками');
    expect(asked?.prompt).not.toContain('drafted@example.com');
    const passage = await passageFor(contact._id);
    const sentence = await knownSentence(passage);
    await host.answer(JSON.stringify({ found: 'yes', sentences: [sentence], passages: ['1'] }));
    const letter = await world.deliverTo(contact);
    expect(letter).toMatchObject({ letters: ['answer'], rests: [{ sentence, passages: [passage] }] });
    expect(letter.text).toContain(`Спасибо за вопрос.\n\n${sentence}\n\n`);
    await world.settledIn(contact, 'awaiting-reply');
  });

  it('is told that we do not know where the model finds nothing, and the operator hears of it', async () => {
    const contact = await world.addWaiting('unknown@example.com');
    await world.writes('unknown@example.com', QUESTION);
    await host.answer(JSON.stringify({ found: 'no', sentences: [], passages: [] }));
    const letter = await world.deliverTo(contact);
    expect(letter).toMatchObject({ letters: ['answer-unknown'], rests: [] });
    expect(letter.text).toContain('придумывать его мы не станем');
    expect(await world.noticesOn(contact)).toEqual(['unanswered']);
  });

  it('is left to a person when the draft promises what is in no passage, twice', async () => {
    const contact = await world.addWaiting('promised@example.com');
    await world.writes('promised@example.com', QUESTION);
    const promise = { found: 'yes', sentences: ['Дадим вам скидку 90 %.'], passages: ['1'] };
    await host.answer(JSON.stringify(promise));
    const again = await host.answer(JSON.stringify(promise));
    expect(again.prompt).not.toContain('90');
    await world.settledIn(contact, 'handed-over');
    expect((await world.lettersOf(contact)).map(({ letters }) => letters)).toEqual([['opening']]);
  });

  it('gets the presentation all the same when no model was able to draft the rest', async () => {
    const contact = await world.addWaiting('rest@example.com');
    await world.writes('rest@example.com', 'Пришлите презентацию');
    await world.writes('rest@example.com', QUESTION);
    await eventually('the draft to be asked for', async () => ((await host.waiting()) === 1 ? true : null));
    await host.fail();
    await world.settledIn(contact, 'handed-over');
    expect((await world.deliverTo(contact)).letters).toEqual(['presentation']);
  });

  it('gets the best passages as they stand when no model answers in time', async () => {
    const contact = await world.addWaiting('intime@example.com');
    await world.writes('intime@example.com', QUESTION);
    await world.settledIn(contact, 'answering');
    await world.moveClockBy(1.1 * MINUTE);
    const letter = await world.deliverTo(contact);
    expect(letter).toMatchObject({ letters: ['answer'], rests: [] });
    await world.settledIn(contact, 'awaiting-reply');
  });

  it('gets them at once when too much waits already', async () => {
    await world.changeProduct(answering({ queueLimit: 0 }));
    const first = await world.addWaiting('queue-1@example.com');
    await world.writes('queue-1@example.com', QUESTION);
    await eventually('a job', async () => ((await host.waiting()) === 1 ? true : null));
    const second = await world.addWaiting('queue-2@example.com');
    await world.writes('queue-2@example.com', QUESTION);
    expect(await world.deliverTo(second)).toMatchObject({ letters: ['answer'], rests: [] });
    expect(await host.waiting()).toBe(1);
    expect(await world.stageOf(first)).toBe('answering');
    await world.changeProduct(answering());
  });

  it('gets one answer to both when a newer message comes while the first is being drafted', async () => {
    const contact = await world.addWaiting('newer@example.com');
    await world.writes('newer@example.com', QUESTION);
    const job = await host.claim();
    await world.writes('newer@example.com', 'И пришлите презентацию');
    const newer = await host.claim();
    expect(await host.settle(job, JSON.stringify({ found: 'no', sentences: [], passages: [] }))).toEqual([job]);
    const sentence = await knownSentence(await passageFor(contact._id));
    await host.settle(newer, JSON.stringify({ found: 'yes', sentences: [sentence], passages: ['1'] }));
    expect((await world.deliverTo(contact)).letters).toEqual(['answer', 'presentation']);
    expect((await world.lettersOf(contact)).map(({ letters }) => letters.length)).toEqual([1, 2]);
  });
});

describe('opening letters that a model drafts', () => {
  const interested = { interests: ['отзывы', 'площадки'] };

  beforeAll(() => world.changeProduct(answering({ openings: true })));

  it('say what it wrote, and still how to stop', async () => {
    const contact = await world.addContact('opening@example.com', interested);
    const job = await host.claim();
    expect(job.kind).toBe('offer');
    const passage = await passageFor(contact._id);
    const sentence = await knownSentence(passage);
    const subject = sentence.split(' ').slice(0, 6).join(' ');
    await host.settle(job, JSON.stringify({ subject, sentences: [sentence], passages: ['1'] }));
    const letter = await world.deliverTo(contact);
    expect(letter).toMatchObject({ letters: ['opening'], rests: [{ sentence, passages: [passage] }] });
    expect(letter.text).toContain(sentence);
    expect(letter.text).toContain('ответьте «стоп»');
    expect(letter.subject).toContain(`[#${letter.token}]`);
  });

  it('do not delay who waits for an answer', async () => {
    await world.changeProduct(answering());
    const asking = await world.addWaiting('asking@example.com');
    await world.changeProduct(answering({ openings: true }));
    for (const n of [1, 2, 3]) await world.addContact(`bulk-${String(n)}@example.com`);
    await eventually('the openings to wait', async () => ((await host.waiting()) === 3 ? true : null));
    await world.writes('asking@example.com', QUESTION);
    await eventually('the answer to wait', async () => ((await host.waiting()) === 4 ? true : null));
    expect(await host.claim()).toMatchObject({ kind: 'answer' });
    expect(await world.stageOf(asking)).toBe('answering');
  });

  it('are those of the template when too many wait, while answers are still drafted', async () => {
    await world.changeProduct(answering());
    const asking = await world.addWaiting('asking-2@example.com');
    await world.changeProduct(answering({ openings: true, queueLimit: 0 }));
    await world.addContact('full-1@example.com');
    await eventually('the opening to wait', async () => ((await host.waiting()) === 1 ? true : null));
    const second = await world.addContact('full-2@example.com');
    expect(await world.deliverTo(second)).toMatchObject({ letters: ['opening'], rests: [] });
    await world.writes('asking-2@example.com', QUESTION);
    await world.settledIn(asking, 'answering');
    expect(await host.claim()).toMatchObject({ kind: 'answer' });
    await world.changeProduct(answering({ openings: true }));
  });

  it('are not written any more to a contact who has written first', async () => {
    const contact = await world.addContact('eager@example.com', interested);
    const job = await host.claim();
    await world.writes('eager@example.com', 'Больше мне не пишите', {
      tokens: [(await world.conversationOf(contact)).token],
    });
    await world.settledIn(contact, 'stopped');
    expect(await world.db.llmJobs.findById(job._id).lean()).toMatchObject({ supersededBy: expect.any(String) });
    expect(await world.lettersOf(contact)).toEqual([]);
  });

  it('are those of the template when no model writes them within an hour', async () => {
    const contact = await world.addContact('hour@example.com', interested);
    await host.claim();
    await world.moveClockBy(50 * MINUTE);
    expect(await world.lettersOf(contact)).toEqual([]);
    await world.moveClockBy(11 * MINUTE);
    expect(await world.deliverTo(contact)).toMatchObject({ letters: ['opening'], rests: [] });
  });
});
