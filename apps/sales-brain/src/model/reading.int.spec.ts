import { opaqueId } from '@app/llm-jobs/opaque-id';
import { HINT, ModelHost, reads, UNSURE, withModel } from '../../testing/model-host';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { understandWords } from '../turns/understand-words';

const database = testDatabase();
let world: SalesWorld;
let host: ModelHost;

const MINUTE = 1 / 1440;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, withModel());
  host = await ModelHost.open(world.db, database);
  await world.startBrain();
});

beforeEach(async () => {
  await world.db.llmJobs.deleteMany({});
});

afterAll(async () => {
  await host.close();
  await world.close();
});

describe('the words of these tests', () => {
  it.each([
    [UNSURE, { isSure: false, hintsAtStop: false }],
    [HINT, { isSure: false, hintsAtStop: true }],
  ])('leave the offline engine in doubt: %s', async (text, doubts) => {
    const contact = await world.addContact(`doubts-${String(text.length)}@example.com`);
    const product = await world.product();
    const context = { at: new Date(), contact, product, accountAddress: '', memory: { offered: [], slot: null } };
    expect(understandWords(text, context).doubts).toEqual(doubts);
  });
});

describe('a contact whose words the offline engine is sure of', () => {
  it('is answered at once, and no model is asked', async () => {
    const contact = await world.addWaiting('sure@example.com');
    await world.writes('sure@example.com', 'Пришлите, пожалуйста, презентацию');
    expect(await world.deliverTo(contact)).toMatchObject({ letters: ['presentation'] });
    expect(await host.all()).toEqual([]);
  });

  it('is stopped at once, whatever a model would say', async () => {
    const contact = await world.addWaiting('stop@example.com');
    await world.writes('stop@example.com', 'Больше мне не пишите');
    await world.settledIn(contact, 'stopped');
    expect(await host.all()).toEqual([]);
  });
});

describe('a contact whose words nobody is sure of', () => {
  it('is asked about in the commit of the turn, and answered as the model read it', async () => {
    const contact = await world.addWaiting('unsure@example.com');
    await world.writes('unsure@example.com', UNSURE);
    await world.settledIn(contact, 'understanding');
    const [asked] = await host.all();
    const turn = (await world.turnsOf(contact)).at(-1);
    expect(turn?.event).toMatchObject({ type: 'readingUnsure', reading: { engine: 'offline' }, hintsAtStop: false });
    expect(asked).toMatchObject({
      _id: opaqueId(turn?.effects[0]?.key ?? ''),
      kind: 'understand',
      priority: 0,
      model: 'test-model',
    });
    expect(JSON.stringify(asked)).not.toContain('unsure@example.com');
    expect(JSON.stringify(asked)).not.toContain(contact._id);
    expect(JSON.stringify(asked)).not.toContain(contact.conversationId);

    await host.answer(reads('presentation', UNSURE));
    expect(await world.deliverTo(contact)).toMatchObject({ letters: ['presentation'] });
    const read = (await world.turnsOf(contact)).find(({ event }) => event.type === 'messageUnderstood');
    expect(read?.event).toMatchObject({
      id: `${asked?._id ?? ''}:settled`,
      reading: { engine: 'model', confidence: 0.9, evidence: [UNSURE] },
    });
    expect((await world.conversationOf(contact)).memory).toMatchObject({ asked: null, mayBeStops: [] });
    expect(await world.db.timers.countDocuments({ timer: 'modelDeadline', status: 'scheduled' })).toBe(0);
  });

  it('is asked about once more when the answer is refused, with what was wrong, and then left to a person', async () => {
    const contact = await world.addWaiting('refused@example.com');
    await world.writes('refused@example.com', UNSURE);
    await host.answer(JSON.stringify({ intents: ['buy'], language: 'ru', day: '', addresses: [], evidence: [''] }));
    const again = await host.claim();
    expect(again.prompt).toContain('The intents must be words of the list');
    await host.settle(again, 'no JSON at all');
    await world.settledIn(contact, 'handed-over');
    const { memory } = await world.conversationOf(contact);
    expect(memory.handedOverBecause).toContain("the model's reading was refused twice");
    expect(await world.noticesOn(contact)).toEqual(['handed-over']);
  });

  it('is left to a person when no host is able to read it', async () => {
    const contact = await world.addWaiting('failed@example.com');
    await world.writes('failed@example.com', UNSURE);
    await host.fail();
    await world.settledIn(contact, 'handed-over');
    expect((await world.conversationOf(contact)).memory.handedOverBecause).toBe('no model was able to give a reading');
  });

  it('is left to a person when no model answers in time, and what it says then changes nothing', async () => {
    const contact = await world.addWaiting('late@example.com');
    await world.writes('late@example.com', UNSURE);
    const job = await host.claim();
    await world.moveClockBy(0.9 * MINUTE);
    expect(await world.stageOf(contact)).toBe('understanding');
    await world.moveClockBy(0.2 * MINUTE);
    await world.settledIn(contact, 'handed-over');
    expect((await world.turnsOf(contact)).slice(-2).map(({ event }) => event.type)).toEqual([
      'timerFired',
      'messageUnderstood',
    ]);
    expect(await host.settle(job, reads('presentation', UNSURE))).toEqual([job]);
    await host.tamper(job._id, { status: 'completed', response: reads('presentation', UNSURE) });
    await world.writes('late@example.com', 'Спасибо!');
    await world.hasHeard(contact);
    expect(await world.stageOf(contact)).toBe('handed-over');
  });

  it('is read as the offline engine did when no model answers in time and that is sure enough for the product', async () => {
    await world.changeProduct({ handOverBelow: 0.05 });
    const contact = await world.addWaiting('enough@example.com');
    await world.writes('enough@example.com', 'Передам наверх, там разберутся');
    await world.settledIn(contact, 'understanding');
    await world.moveClockBy(1.1 * MINUTE);
    await eventually('the reading to count', async () =>
      (await world.stageOf(contact)) === 'understanding' ? null : true,
    );
    const read = (await world.turnsOf(contact)).at(-1);
    expect(read?.event).toMatchObject({ type: 'messageUnderstood', reading: { engine: 'offline' } });
    expect(read?.stage).not.toBe('handed-over');
    await world.changeProduct({ handOverBelow: 0.5 });
  });

  it('waits for nobody when too much waits already', async () => {
    await world.changeProduct(withModel({ queueLimit: 0 }));
    const first = await world.addWaiting('first@example.com');
    await world.writes('first@example.com', UNSURE);
    await world.settledIn(first, 'understanding');
    const second = await world.addWaiting('second@example.com');
    await world.writes('second@example.com', UNSURE);
    await world.settledIn(second, 'handed-over');
    expect(await host.all()).toHaveLength(1);
    await host.answer(reads('acknowledged', UNSURE));
    await world.settledIn(first, 'awaiting-reply');
    await world.changeProduct(withModel());
  });

  it('is answered once, and as a whole, when a burst was written', async () => {
    const contact = await world.addWaiting('burst@example.com');
    for (const text of [UNSURE, 'Пришлите презентацию', 'А с какими площадками вы работаете?'])
      await world.writes('burst@example.com', text);
    await world.hasHeard(contact);
    const job = await eventually('the job for all of it', async () => {
      const claimed = await host.claim();
      return claimed.prompt.includes('площадками') ? claimed : null;
    });
    expect(job.prompt).toContain('презентацию');
    await host.settle(
      job,
      JSON.stringify({
        intents: ['presentation', 'question'],
        language: 'ru',
        day: '',
        addresses: [],
        evidence: ['Пришлите презентацию', 'А с какими площадками вы работаете?'],
      }),
    );
    expect((await world.deliverTo(contact)).letters).toEqual(['presentation', 'answer']);
    await world.settledIn(contact, 'awaiting-reply');
    const written = await world.lettersOf(contact);
    expect(written.map(({ letters }) => letters.join('+'))).toEqual(['opening', 'presentation+answer']);
    expect((await host.all()).filter(({ status }) => status === 'completed')).toHaveLength(1);
  });
});
