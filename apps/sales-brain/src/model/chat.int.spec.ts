import type { Contact } from '@app/persistence/contacts/contact.schema';
import { HINT, ModelHost, reads, UNSURE, withModel } from '../../testing/model-host';
import { ChatUser, introduceBot, tokenIn } from '../../../../test/support/chat-user';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

const database = testDatabase();
let world: SalesWorld;
let host: ModelHost;

const QUESTION = 'А с какими площадками вы работаете?';
const SECOND = 1 / 86_400;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, {
    ...withModel({ writes: { answers: true, openings: false } }),
    gatherFor: { email: 0, telegram: 1 },
  });
  await introduceBot(world);
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

let users = 7000;

function aUser(): ChatUser {
  users += 1;
  return new ChatUser(world, String(users));
}

/** A user who pressed Start, and has the opening. */
async function aChat() {
  const user = aUser();
  await user.starts();
  const opening = await user.hears();
  const contact = await user.contact();
  await world.settledIn(contact, 'awaiting-reply');
  return { user, opening, contact };
}

/** A contact with an e-mail address whose chat has joined. */
async function onBothChannels(address: string) {
  const contact = await world.addWaiting(address);
  const [opening] = await world.lettersOf(contact);
  const user = aUser();
  await user.starts(tokenIn(opening?.text ?? ''));
  await user.hears();
  await world.settledIn(contact, 'awaiting-reply');
  return { user, contact: await world.contact(contact._id) };
}

/** For how long a model is waited for. */
async function patienceMs(contact: Contact): Promise<number> {
  const { memory } = await world.conversationOf(contact);
  const asked = (await world.turnsOf(contact)).findLast(({ effects }) =>
    effects.some(({ type }) => type === 'askModel'),
  );
  return (memory.asked?.request.dueAt.getTime() ?? 0) - (asked?.event.at.getTime() ?? 0);
}

async function statusesOf(contact: Contact): Promise<string[]> {
  return (await world.lettersOf(contact)).map(
    ({ letters, channel, status }) => `${letters.join('+')} ${channel} ${status}`,
  );
}

describe('a contact in a chat whose words nobody is sure of', () => {
  it('is asked about with the whole burst as one text, and answered once, as the model read it', async () => {
    const { user, contact } = await aChat();
    await user.writes('Послушайте');
    await user.writes(UNSURE);
    await world.settledIn(contact, 'understanding');
    const jobs = await host.all();
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.input).toMatchObject({ text: `Послушайте\n${UNSURE}` });
    await host.answer(reads('presentation', UNSURE));
    expect(await user.hears()).toMatchObject({ letters: ['presentation'], channel: 'telegram' });
    expect((await world.conversationOf(contact)).memory).toMatchObject({ asked: null, unread: [] });
    expect(await world.lettersOf(contact)).toHaveLength(2);
  });

  it('waits for a model no longer than one waits in a chat', async () => {
    const { user, contact } = await aChat();
    await user.writes(UNSURE);
    await world.settledIn(contact, 'understanding');
    expect(await patienceMs(contact)).toBe(8000);
    await world.moveClockBy(9 * SECOND);
    await world.settledIn(contact, 'handed-over');
  });

  it('is asked about by the words of the last edit', async () => {
    const { user } = await aChat();
    const message = await user.writes('Пришлите презентацию');
    await user.edits(message, UNSURE);
    const job = await host.answer(reads('presentation', UNSURE));
    expect(job.prompt).not.toContain('Пришлите презентацию');
    expect(await user.hears()).toMatchObject({ letters: ['presentation'] });
  });

  it('has a button heard without any model, and one answer to both', async () => {
    const { user, opening, contact } = await aChat();
    await user.writes(UNSURE);
    await world.settledIn(contact, 'understanding');
    await user.presses('Презентация', opening);
    await user.isHeard();
    expect(await host.all()).toHaveLength(1);
    await host.answer(reads('acknowledged', UNSURE));
    expect(await user.hears()).toMatchObject({ letters: ['presentation'] });
  });

  it('is stopped by a button at once, and the model is asked no more', async () => {
    const { user, opening, contact } = await aChat();
    await user.writes(UNSURE);
    await world.settledIn(contact, 'understanding');
    await user.presses('Больше не писать', opening);
    await world.settledIn(contact, 'stopped');
    expect(await host.all()).toMatchObject([{ status: 'failed', supersededBy: expect.any(String) }]);
  });
});

describe('a contact on both channels', () => {
  it('is waited for as long as the channel allows on which the words came', async () => {
    const { user, contact } = await onBothChannels('patience@example.com');
    await world.writes('patience@example.com', UNSURE);
    await world.settledIn(contact, 'understanding');
    expect(await patienceMs(contact)).toBe(60_000);
    await user.writes(UNSURE);
    await eventually('one job for both', async () => ((await host.all()).length === 2 ? true : null));
    expect(await patienceMs(contact)).toBe(8000);
  });

  it('who may have said stop in the chat gets no e-mail either until that is settled', async () => {
    const { user, contact } = await onBothChannels('hints@example.com');
    await world.writes('hints@example.com', 'Пришлите презентацию');
    expect(await world.deliverTo(contact)).toMatchObject({ channel: 'email' });
    await world.settledIn(contact, 'awaiting-reply');
    await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Перезвоню вам завтра.' });
    await world.letterOf(contact, 'queued');
    await user.writes(HINT);
    await world.settledIn(contact, 'understanding');
    expect(await statusesOf(contact)).toContain('operator-reply email held');
    await host.answer(reads('stop', HINT));
    await world.settledIn(contact, 'stopped');
    expect(await statusesOf(contact)).toContain('operator-reply email cancelled');
    expect(await world.suppressed('hints@example.com')).toBe(true);
    expect(await world.suppressed(user.address)).toBe(true);
  });
});

describe('a contact who asks in a chat what the knowledge answers', () => {
  it("gets the model's sentences there, with the buttons of an answer, each stored with its passages", async () => {
    const { user, contact } = await aChat();
    await user.writes('Здравствуйте');
    await user.writes(QUESTION);
    await world.settledIn(contact, 'answering');
    expect(await patienceMs(contact)).toBe(8000);
    const [job] = await host.all();
    expect(job).toMatchObject({ kind: 'answer' });
    expect(job?.prompt).toContain(JSON.stringify(`Здравствуйте\n${QUESTION}`));
    const { memory } = await world.conversationOf(contact);
    const request = memory.asked?.request;
    const [passage] = request && request.kind !== 'understand' ? (request.letter.passages ?? []) : [];
    const { knowledge } = await world.product();
    const sentence = /^[^.]+\./.exec(knowledge.find(({ id }) => id === passage)?.text ?? '')?.[0] ?? '';
    await host.answer(JSON.stringify({ found: 'yes', sentences: [sentence], passages: ['1'] }));
    const letter = await user.hears();
    expect(letter).toMatchObject({
      letters: ['answer'],
      channel: 'telegram',
      rests: [{ sentence, passages: [passage] }],
    });
    expect(letter.text).toContain(sentence);
    expect(letter.chat?.buttons.flat().map(({ label }) => label)).toContain('Больше не писать');
  });
});
