import type { Attempt } from '@app/persistence/outbox/settle';
import { ChatUser, introduceBot, tokenIn } from '../../../test/support/chat-user';
import { eventually } from '../../../test/support/eventually';
import { SalesWorld } from '../../../test/support/sales-world';
import { testDatabase } from '../../../test/support/test-database';

const REFUSED: Attempt = {
  outcome: 'rejected',
  code: 403,
  phase: null,
  said: 'Forbidden: bot was blocked by the user',
  rejectedFor: 'address',
  retryInMs: 0,
};

const NO_SUCH_ADDRESS: Attempt = { ...REFUSED, code: 550, phase: 'rcpt', said: '550 5.1.1 no such user' };

const database = testDatabase();
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database, undefined, { gatherFor: { email: 0, telegram: 2 } });
  await introduceBot(world);
  await world.startBrain();
});

afterAll(() => world.close());

let users = 2000;

/** A user who pressed Start, and has the opening. */
async function aChat(facts: ConstructorParameters<typeof ChatUser>[2] = {}) {
  users += 1;
  const user = new ChatUser(world, String(users), facts);
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
  users += 1;
  const user = new ChatUser(world, String(users));
  await user.starts(tokenIn(opening?.text ?? ''));
  await user.hears();
  await world.settledIn(contact, 'awaiting-reply');
  return { user, contact: await world.contact(contact._id) };
}

describe('a contact in a chat', () => {
  it('gets what fits a chat: no subject, no signature, nobody’s quote, and buttons', async () => {
    const { opening } = await aChat();
    expect(opening).toMatchObject({
      subject: '',
      html: '',
      quote: null,
      messageId: '',
      requiredChecks: [],
      caps: null,
    });
    expect(opening.text).not.toContain('С уважением');
    expect(opening.chat?.buttons.map((row) => row.map(({ label }) => label))).toEqual([
      ['Презентация', 'Демо'],
      ['Позже', 'Больше не писать'],
    ]);
  });

  it('gets the presentation by a button, and pressed twice once', async () => {
    const { user, opening, contact } = await aChat();
    await Promise.all([user.presses('Презентация', opening), user.presses('Презентация', opening)]);
    const answer = await user.hears();
    expect(answer).toMatchObject({ letters: ['presentation'], attachments: [{ name: 'napoleon-otzyvy-ru.pdf' }] });
    await user.isHeard();
    await user.presses('Презентация', opening);
    await user.isHeard();
    expect((await world.lettersOf(contact)).map(({ letters }) => letters)).toEqual([['opening'], ['presentation']]);
  });

  it('says stop by a button each time, also when the stop before was lifted', async () => {
    const { user, opening, contact } = await aChat();
    await user.presses('Больше не писать', opening);
    await world.settledIn(contact, 'stopped');
    await world.command({ type: 'resumeContact', contactId: contact._id, reason: 'позвонил' });
    await world.settledIn(contact, 'awaiting-reply');
    await user.presses('Больше не писать', opening);
    await world.settledIn(contact, 'stopped');
    expect(await world.suppressed(user.address)).toBe(true);
  });

  it('gets help, and chooses a language, while the conversation waits for what it waited for', async () => {
    const { user, contact } = await aChat();
    await user.writes('Напишите через месяц');
    await user.hears();
    await world.settledIn(contact, 'postponed');
    await user.asks('help');
    expect(await user.hears()).toMatchObject({ letters: ['help'] });
    await user.asks('language');
    const question = await user.hears();
    expect(question.chat?.buttons.flat().map(({ label }) => label)).toEqual(['Русский', 'English']);
    await user.presses('English', question);
    expect((await user.hears()).text).toContain('in plain words');
    expect(await world.contact(contact._id)).toMatchObject({ language: 'en' });
    expect(await world.stageOf(contact)).toBe('postponed');
  });

  it('is answered as a reply to the words that were asked', async () => {
    const { user } = await aChat();
    const question = await user.writes('Сколько это стоит?');
    expect((await user.hears()).chat).toMatchObject({ replyTo: question.messageId });
  });

  it('who sends a voice message or a picture without words is left to a person, with what was sent', async () => {
    const { user, contact } = await aChat();
    const voice = { name: 'voice.ogg', contentType: 'audio/ogg', size: 3, sha256: null };
    await user.writes('', { attachments: [voice] });
    await world.settledIn(contact, 'handed-over', 10_000);
    expect(await world.noticesOn(contact)).toEqual(['handed-over']);
  });

  it('reads the answer of a person where they wrote', async () => {
    const { user, contact } = await aChat();
    await world.command({ type: 'takeContact', contactId: contact._id });
    await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Здравствуйте, это Мария.' });
    expect(await user.hears()).toMatchObject({ channel: 'telegram', text: 'Здравствуйте, это Мария.' });
  });
});

describe('a burst of short messages', () => {
  it('gets one answer, after a while of silence', async () => {
    const { user, contact } = await aChat();
    const began = Date.now();
    await user.writes('Здравствуйте');
    await user.writes('Пришлите презентацию');
    await user.writes('И сколько это стоит?');
    const answer = await user.hears();
    expect(Date.now() - began).toBeGreaterThanOrEqual(1900);
    expect(answer.letters).toEqual(expect.arrayContaining(['presentation', 'answer']));
    await user.isHeard();
    expect(await world.lettersOf(contact)).toHaveLength(2);
  });

  it('that says stop is not waited for', async () => {
    const { user, contact } = await aChat();
    const began = Date.now();
    await user.writes('Пришлите презентацию');
    await user.writes('Хотя нет, больше не пишите мне');
    await world.settledIn(contact, 'stopped');
    expect(Date.now() - began).toBeLessThan(1500);
  });

  it('is over once a button is pressed', async () => {
    const { user, opening } = await aChat();
    const began = Date.now();
    await user.writes('Сколько это стоит?');
    await user.presses('Презентация', opening);
    expect((await user.hears()).letters).toEqual(['answer', 'presentation']);
    expect(Date.now() - began).toBeLessThan(1500);
  });
});

describe('a message that is edited', () => {
  it('before it was read says what it says by then', async () => {
    const { user, contact } = await aChat();
    const message = await user.writes('Пришлите презентацию');
    await user.edits(message, 'Сколько это стоит?');
    expect(await user.hears()).toMatchObject({ letters: ['answer'] });
    await user.isHeard();
    const turns = await world.turnsOf(contact);
    expect(turns.filter(({ event }) => event.type === 'contactWrote')).toHaveLength(1);
  });

  it('after it was read is a message like any other', async () => {
    const { user } = await aChat();
    const message = await user.writes('Пришлите презентацию');
    expect(await user.hears()).toMatchObject({ letters: ['presentation'] });
    await user.edits(message, 'Сколько это стоит?');
    expect(await user.hears()).toMatchObject({ letters: ['answer'] });
  });
});

describe('a colleague in Telegram', () => {
  it('gets an invitation by way of the contact, and the operator sees who is waited for', async () => {
    const { user, contact } = await aChat();
    await user.does({ type: 'shared', names: ['Boris_Buyer'], phone: '' });
    const invitation = await user.hears();
    expect(invitation).toMatchObject({ letters: ['redirect-invitation'] });
    expect(invitation.text).toContain('@boris_buyer: https://t.me/otzyvy_bot?start=');
    const colleague = await world.contactAt('@boris_buyer');
    await world.settledIn(colleague, 'awaiting-start');
    expect(await world.noticesOn(colleague)).toEqual(['awaiting-start']);
    expect(await world.lettersOf(colleague)).toEqual([]);

    users += 1;
    const boris = new ChatUser(world, String(users), { username: 'boris_buyer' });
    await boris.starts(tokenIn(invitation.text));
    const opening = await world.deliverTo(colleague);
    expect(opening).toMatchObject({ letters: ['referral-opening'], to: boris.id });
    expect(opening.text).toContain('Анна Котова');
    expect(await world.contact(colleague._id)).toMatchObject({
      referredBy: contact._id,
      telegram: { userId: boris.id },
    });
  });

  it('is invited by mail too', async () => {
    const contact = await world.addWaiting('points@firm.example');
    await world.writes('points@firm.example', 'Этим занимается Вера, напишите ей в Telegram: @vera_buyer');
    const invitation = await world.deliverTo(contact);
    expect(invitation).toMatchObject({ letters: ['redirect-invitation'], channel: 'email' });
    expect(invitation.text).toContain('@vera_buyer: https://t.me/otzyvy_bot?start=');
  });
});

describe('a contact who blocks the bot', () => {
  it('and is reached nowhere else is out of reach, until they write', async () => {
    const { user, contact } = await aChat();
    await user.does({ type: 'blocked' });
    await world.settledIn(contact, 'unreachable');
    expect(await world.contact(contact._id)).toMatchObject({ telegram: { unreachable: true }, stoppedAt: null });
    await user.does({ type: 'unblocked' });
    await user.isHeard();
    expect(await world.stageOf(contact)).toBe('unreachable');
    await user.writes('Пришлите презентацию');
    expect(await user.hears()).toMatchObject({ letters: ['presentation'], status: 'handing-over' });
    expect(await world.contact(contact._id)).toMatchObject({ telegram: { unreachable: false } });
  });

  it('and has an e-mail address is written to there', async () => {
    const { user, contact } = await onBothChannels('blocks@firm.example');
    await user.does({ type: 'blocked' });
    await user.isHeard();
    expect(await world.stageOf(contact)).toBe('awaiting-reply');
    await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Добрый день' });
    expect(await world.deliverTo(contact)).toMatchObject({ channel: 'email', to: 'blocks@firm.example' });
  });

  it('while an answer is on its way has the conversation go on by e-mail, and the operator knows', async () => {
    const { user, contact } = await onBothChannels('refuses@firm.example');
    await user.writes('Пришлите презентацию');
    await world.deliverTo(contact, REFUSED);
    await eventually('the refusal to be learnt', async () =>
      (await world.contact(contact._id)).telegram?.unreachable === true ? true : null,
    );
    expect(await world.stageOf(contact)).toBe('awaiting-reply');
    expect(await world.noticesOn(contact)).toEqual(['not-written-to']);
    expect(await world.suppressed(user.address)).toBe(false);
    expect(await world.conversationOf(contact)).toMatchObject({ channel: 'email' });
  });
});

describe('a contact whose mails come back', () => {
  it('is written to in their chat from then on, and by mail again once they write from there', async () => {
    const address = 'comes-back@firm.example';
    const { user, contact } = await onBothChannels(address);
    await world.writes(address, 'Пришлите презентацию');
    await world.deliverTo(contact, NO_SUCH_ADDRESS);
    await eventually('the refusal to be learnt', async () =>
      (await world.conversationOf(contact)).memory.emailGivenUp ? true : null,
    );
    expect(await world.stageOf(contact)).toBe('awaiting-reply');
    expect(await world.noticesOn(contact)).toEqual(['not-written-to']);
    expect([await world.suppressed(address), await world.suppressed(user.address)]).toEqual([true, false]);

    await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Добрый день' });
    expect(await user.hears()).toMatchObject({ letters: ['operator-reply'], channel: 'telegram' });
    await world.command({ type: 'restartContact', contactId: contact._id });
    expect(await user.hears()).toMatchObject({ letters: ['opening'], channel: 'telegram' });

    await world.writes(address, 'Теперь почта работает. Пришлите презентацию');
    expect(await world.deliverTo(contact)).toMatchObject({ letters: ['presentation'], channel: 'email' });
    expect(await world.suppressed(address)).toBe(false);
  });

  it('and who then blocks the bot too is out of reach, and not stopped', async () => {
    const { user, contact } = await onBothChannels('nowhere@firm.example');
    await world.writes('nowhere@firm.example', 'Пришлите презентацию');
    await world.deliverTo(contact, NO_SUCH_ADDRESS);
    await user.does({ type: 'blocked' });
    await world.settledIn(contact, 'unreachable');
    expect(await world.contact(contact._id)).toMatchObject({ stoppedAt: null });
    const reply = await world.command({ type: 'replyToContact', contactId: contact._id, text: 'Вы здесь?' });
    expect(reply).toMatchObject({ status: 'refused', because: expect.stringContaining('contact resume') });
  });
});

describe('a chat that has another id', () => {
  it('is written to there, and what waits to leave follows', async () => {
    const { user, contact } = await aChat();
    await user.writes('Пришлите презентацию');
    await world.letterOf(contact, 'queued');
    await user.does({ type: 'migrated', to: '-100777' });
    await user.isHeard();
    expect(await user.hears()).toMatchObject({ letters: ['presentation'], to: '-100777' });
  });
});

describe('a message nobody knows the fate of', () => {
  it('is never sent twice in a chat: a person goes on', async () => {
    const { user, contact } = await aChat();
    await user.writes('Пришлите презентацию');
    await world.deliverTo(contact, { ...REFUSED, outcome: 'uncertain', code: null, rejectedFor: null });
    await world.settledIn(contact, 'handed-over', 10_000);
    await eventually('the operator to be told', async () =>
      (await world.noticesOn(contact)).includes('uncertain') ? true : null,
    );
    expect(
      await world.db.outbox.countDocuments({ contactId: contact._id, status: 'queued', channel: 'telegram' }),
    ).toBe(0);
    expect((await world.lettersOf(contact)).every(({ repeats }) => repeats === 0)).toBe(true);
  });
});
