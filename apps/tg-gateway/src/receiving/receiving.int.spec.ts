import { createHash } from 'node:crypto';
import { MessageStore } from '@app/persistence/messages/message.store';
import { LARGEST_KEPT } from '@app/runtime/files/keep-attachments';
import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import { TelegramWorld } from '../testing/telegram-world';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

describe('what people do in Telegram', () => {
  const database = testDatabase();
  let world: TelegramWorld;
  let messages: MessageStore;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
    messages = (await world.startGateway()).get(MessageStore);
    await world.polled();
  });

  afterAll(() => world.close());

  it('says who the bot is, for those who make links to it', async () => {
    expect(await world.db.telegramBots.findById(world.telegram.botId).lean()).toMatchObject({
      username: world.telegram.botUsername,
      productId: 'otzyvy',
    });
  });

  it('is stored with what Telegram tells, and shows the person that an answer is being made', async () => {
    const anna = world.started(world.telegram.user({ firstName: 'Анна', lastName: 'Лис', username: 'anna_lis' }));
    const first = anna.writes('Здравствуйте');
    const written = anna.writes('Сколько это стоит?', { replyTo: first.messageId });

    expect(await world.message(written.updateId)).toEqual({
      _id: `telegram:${world.telegram.botId}:${written.updateId}`,
      channel: 'telegram',
      accountId: `telegram:${world.telegram.botId}`,
      externalId: String(written.updateId),
      kind: 'human',
      facts: { type: 'none' },
      chat: {
        chatId: anna.id,
        userId: anna.id,
        username: 'anna_lis',
        languageCode: 'ru',
        happening: { type: 'wrote' },
        businessConnectionId: null,
      },
      from: `telegram:${anna.id}`,
      fromName: 'Анна Лис',
      to: [`telegram:${world.telegram.botId}`],
      subject: '',
      text: 'Сколько это стоит?',
      quotedText: '',
      signature: '',
      messageId: `telegram:${anna.id}:${written.messageId}`,
      threadIds: [`telegram:${anna.id}:${first.messageId}`],
      tokens: [],
      attachments: [],
      sentAt: expect.any(Date) as Date,
      storedAt: expect.any(Date) as Date,
      order: written.updateId,
      unreadable: null,
      raw: null,
      state: 'new',
      conversationId: null,
      matchedBy: null,
      senderKnown: false,
    });
    const shown = await eventually('typing…', () => Promise.resolve(world.telegram.calls('sendChatAction')[0] ?? null));
    expect(shown.parameters).toEqual({ chat_id: anna.id, action: 'typing' });
  });

  it('keeps its order', async () => {
    const anna = world.started();
    const written = Array.from({ length: 120 }, (_, index) => anna.writes(String(index)));

    await world.message(written.at(-1)?.updateId ?? 0, 25_000);
    const stored = (await world.messages()).filter(({ from, kind }) => from.endsWith(anna.id) && kind === 'human');
    expect(stored.map(({ text }) => text)).toEqual(written.map((_, index) => String(index)));
  });

  it('is told as Start with the token of the link, as commands, and as words that only begin with one', async () => {
    const anna = world.telegram.user();
    const started = anna.starts('aToken_1');
    const again = anna.starts();
    const stop = anna.writes('/stop');
    const words = anna.writes('/help сколько это стоит');

    expect(await world.message(started.updateId)).toMatchObject({
      kind: 'chat',
      text: '',
      chat: { happening: { type: 'started', token: 'aToken_1' } },
    });
    expect(await world.message(again.updateId)).toMatchObject({
      chat: { happening: { type: 'started', token: null } },
    });
    expect(await world.message(stop.updateId)).toMatchObject({
      kind: 'chat',
      chat: { happening: { type: 'asked', command: 'stop' } },
    });
    expect(await world.message(words.updateId)).toMatchObject({ kind: 'human', text: '/help сколько это стоит' });
  });

  it('is told as an edit that names what was edited', async () => {
    const anna = world.started();
    const written = anna.writes('Завтра');
    anna.edits(written, 'В январе');

    expect(await world.message(written.updateId + 1)).toMatchObject({
      kind: 'human',
      text: 'В январе',
      chat: { happening: { type: 'edited', edits: `telegram:${anna.id}:${written.messageId}` } },
    });
  });

  it('is answered at once when it is a pressed button, and names the message that bears it', async () => {
    const anna = world.started();
    const letter = await world.queue(anna, {
      text: 'Прислать?',
      chat: { buttons: [[{ label: 'Да', action: 'deck' }]] },
    });
    const { messageId } = await world.settled(letter._id);
    const pressed = anna.presses('Да');

    expect(await world.message(pressed.updateId)).toMatchObject({
      kind: 'chat',
      threadIds: [messageId],
      chat: { chatId: anna.id, happening: { type: 'pressed', action: 'deck' } },
    });
    await eventually('the answer', () => Promise.resolve(pressed.answer()));
  });

  it('is kept when it is a file, as what its content shows, under a clean name', async () => {
    const anna = world.started();
    const virus = anna.sendsDocument({ bytes: EXE, name: '../price\u202efdp.exe', type: 'application/pdf' });
    const photo = anna.sendsPhoto({ bytes: PNG, caption: 'Вот' });
    const voice = anna.sendsVoice({ bytes: Buffer.from('OggS and more'), type: 'audio/ogg' });

    const kept = (await world.message(virus.updateId)).attachments;
    expect(kept).toEqual([
      {
        name: 'pricefdp.exe',
        contentType: 'application/x-msdownload',
        size: EXE.byteLength,
        sha256: createHash('sha256').update(EXE).digest('hex'),
      },
    ]);
    expect(await messages.contentOf(kept[0]?.sha256 ?? '')).toEqual(EXE);
    expect(await world.message(photo.updateId)).toMatchObject({
      text: 'Вот',
      attachments: [{ name: 'photo.jpg', contentType: 'image/png' }],
    });
    expect(await world.message(voice.updateId)).toMatchObject({ text: '', attachments: [{ name: 'voice.ogg' }] });
  });

  it('is noted, and holds up nobody, when it is a file that is too large, or not to be had', async () => {
    const anna = world.started();
    const large = anna.sendsDocument({ bytes: EXE, name: 'film.mov', toldSize: LARGEST_KEPT + 1 });
    world.telegram.faults.next(
      { type: 'error', code: 400, description: 'Bad Request: wrong file_id' },
      { method: 'getFile' },
    );
    const lost = anna.sendsDocument({ bytes: EXE, name: 'lost.exe' });
    const after = anna.writes('Получили?');

    await world.message(after.updateId);
    expect(await world.message(large.updateId)).toMatchObject({
      attachments: [{ name: 'film.mov', size: LARGEST_KEPT + 1, sha256: null }],
    });
    expect(await world.message(lost.updateId)).toMatchObject({ attachments: [{ name: 'lost.exe', sha256: null }] });
  });

  it('is a redirect when somebody else is shared, and only words when it is their own number', async () => {
    const anna = world.started();
    const boris = world.telegram.user({ username: 'boris_buyer' });
    const card = anna.sharesContact({ firstName: 'Борис', phone: '+79990000001' });
    const users = anna.sharesUsers([boris]);
    const own = anna.sharesContact({ firstName: 'Анна', phone: '+79990000002', userId: anna.id });

    expect(await world.message(card.updateId)).toMatchObject({
      kind: 'chat',
      chat: { happening: { type: 'shared', names: [], phone: '+79990000001' } },
    });
    expect(await world.message(users.updateId)).toMatchObject({
      chat: { happening: { type: 'shared', names: ['boris_buyer'], phone: '' } },
    });
    expect(await world.message(own.updateId)).toMatchObject({ kind: 'human', text: '+79990000002' });
  });

  it('is told when they block the bot, and when they let it in again', async () => {
    const anna = world.started();
    const { updateId } = anna.writes('Подумаю');
    anna.blocks();
    anna.unblocks();

    expect(await world.message(updateId + 1)).toMatchObject({ kind: 'chat', chat: { happening: { type: 'blocked' } } });
    expect(await world.message(updateId + 2)).toMatchObject({ chat: { happening: { type: 'unblocked' } } });
  });

  it('is no sale in a group: one sentence there, once, and the bot leaves', async () => {
    const anna = world.started();
    const group = world.telegram.group();
    group.addsBot(anna);
    await eventually('its leave', () => Promise.resolve(world.telegram.calls('leaveChat')[0] ?? null));
    group.addsBot(anna);
    await eventually('its second leave', () => Promise.resolve(world.telegram.calls('leaveChat')[1] ?? null));
    const { updateId } = anna.writes('Я тут');

    const { order } = await world.message(updateId);
    expect(
      world.telegram
        .sent()
        .filter(({ chatId }) => chatId === group.id)
        .map(({ text }) => text),
    ).toEqual(['Спасибо за приглашение! Я отвечаю только в личных сообщениях — напишите мне, пожалуйста, туда.']);
    expect((await world.messages()).filter(({ chat }) => chat?.chatId === group.id)).toEqual([]);
    expect(order).toBe(updateId);
  });

  it('is read on after a quiet week, when Telegram counts from somewhere else', async () => {
    const anna = world.started();
    await world.message(anna.writes('До отпуска').updateId);
    await world.polled();
    world.telegram.countUpdatesFrom(1_000);

    expect(await world.message(anna.writes('После отпуска').updateId)).toMatchObject({ order: 1_000 });
  });
});
