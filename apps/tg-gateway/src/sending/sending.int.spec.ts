import { eventually } from '../../../../test/support/eventually';
import { testDatabase } from '../../../../test/support/test-database';
import { TelegramWorld } from '../testing/telegram-world';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

describe('a message to somebody who pressed Start', () => {
  const database = testDatabase();
  let world: TelegramWorld;

  beforeAll(async () => {
    world = await TelegramWorld.open(database);
    await world.startGateway();
    await world.polled();
  });

  afterAll(() => world.close());

  it('arrives as it was written, whatever looks like markup in it, as the answer to what was asked', async () => {
    const anna = world.started();
    const asked = anna.writes('Что такое <b>?');
    const text = '<b>5 < 6</b> & *так* далее_';
    const replyTo = `telegram:${anna.id}:${asked.messageId}`;
    const letter = await world.queue(anna, { text, chat: { replyTo, buttons: [[{ label: 'Ещё', action: 'more' }]] } });

    const settled = await world.settled(letter._id);
    const [seen] = anna.sees();
    expect(seen).toMatchObject({ text, entities: [], replyTo: asked.messageId });
    expect(seen?.buttons).toEqual([[{ label: 'Ещё', action: 'more' }]]);
    const messageId = `telegram:${anna.id}:${seen?.messageId}`;
    expect(settled).toMatchObject({
      outcome: 'sent',
      messageId,
      parts: [messageId],
      unhandledFor: letter.conversationId,
    });
  });

  it('arrives though what it answers was deleted', async () => {
    const anna = world.started();
    const letter = await world.queue(anna, { chat: { replyTo: `telegram:${anna.id}:99999` } });
    expect(await world.settled(letter._id)).toMatchObject({ outcome: 'sent' });
  });

  it('arrives in parts between sentences when it is long, then its files under their names', async () => {
    const anna = world.started();
    const sentence = 'Это предложение повторяется, чтобы текст стал длинным. ';
    const sha256 = await world.keepFile(Buffer.from('%PDF-1.7'));
    const picture = await world.keepFile(PNG);
    const letter = await world.queue(anna, {
      text: sentence.repeat(120),
      attachments: [
        { name: 'Презентация "Отзывы".pdf', contentType: 'application/pdf', sha256 },
        { name: 'chart.png', contentType: 'image/png', sha256: picture },
      ],
      invitations: [{ name: 'demo.ics', method: 'REQUEST', content: 'BEGIN:VCALENDAR' }],
      chat: { buttons: [[{ label: 'Демо', action: 'demo' }]] },
    });

    const settled = await world.settled(letter._id, 15_000);
    const seen = anna.sees();
    expect(seen.map(({ method }) => method)).toEqual([
      'sendMessage',
      'sendMessage',
      'sendDocument',
      'sendPhoto',
      'sendDocument',
    ]);
    expect(seen.slice(0, 2).map(({ text }) => text)).toEqual([
      sentence.repeat(Math.floor(4096 / sentence.length)).trim(),
      sentence.repeat(120 - Math.floor(4096 / sentence.length)).trim(),
    ]);
    expect(seen.map(({ buttons }) => buttons.length)).toEqual([0, 1, 0, 0, 0]);
    expect(seen.slice(2).map(({ file }) => [file?.name, file && Buffer.from(file.bytes).toString('hex')])).toEqual([
      ['Презентация _Отзывы_.pdf', Buffer.from('%PDF-1.7').toString('hex')],
      ['chart.png', PNG.toString('hex')],
      ['demo.ics', Buffer.from('BEGIN:VCALENDAR').toString('hex')],
    ]);
    expect(settled.parts).toEqual(seen.map(({ messageId }) => `telegram:${anna.id}:${messageId}`));
    expect(settled.messageId).toBe(settled.parts[0]);
  }, 20_000);

  it('goes on with the part that has not left when a gateway died between two', async () => {
    const anna = world.started();
    const sha256 = await world.keepFile(Buffer.from('%PDF-1.7'));
    const attachments = [{ name: 'deck.pdf', contentType: 'application/pdf', sha256 }];
    const parts = [`telegram:${anna.id}:17`];
    const letter = await world.queue(anna, { attachments, parts, messageId: parts[0] ?? '' });

    expect(await world.settled(letter._id)).toMatchObject({ outcome: 'sent', messageId: parts[0] });
    expect(anna.sees().map(({ method }) => method)).toEqual(['sendDocument']);
  });

  it('does not leave, nor does the rest of it, once the person has said stop', async () => {
    const anna = world.started();
    await world.suppress(`telegram:${anna.id}`);
    const letter = await world.queue(anna);
    expect(await world.settled(letter._id)).toMatchObject({ outcome: 'withheld' });

    const boris = world.started();
    const rest = await world.queue(boris, { text: 'Очень длинно. '.repeat(500) });
    await world.seen(boris, 1);
    await world.suppress(`telegram:${boris.id}`);
    expect(await world.settled(rest._id)).toMatchObject({ outcome: 'withheld', parts: [expect.any(String)] });
    expect(anna.sees().length + boris.sees().length).toBe(1);
  });

  it('is rejected for its address when the person has blocked the bot, is gone, or never pressed Start', async () => {
    const [blocked, gone] = [world.started(), world.started()];
    blocked.blocks();
    gone.deletesAccount();
    const letters = [await world.queue(blocked), await world.queue(gone), await world.queue({ id: '4711' })];
    for (const { _id } of letters) {
      expect(await world.settled(_id)).toMatchObject({ outcome: 'rejected', rejectedFor: 'address' });
    }
  });

  it('is rejected for its content when Telegram cannot take it', async () => {
    const anna = world.started();
    world.telegram.faults.next(
      { type: 'error', code: 400, description: 'Bad Request: BUTTON_DATA_INVALID' },
      { chatId: anna.id, method: 'sendMessage' },
    );
    const letter = await world.queue(anna);
    expect(await world.settled(letter._id)).toMatchObject({ outcome: 'rejected', rejectedFor: 'content' });
  });

  it('is tried again when Telegram fails', async () => {
    const anna = world.started();
    world.telegram.faults.next(
      { type: 'error', code: 502, description: 'Bad Gateway' },
      { chatId: anna.id, method: 'sendMessage' },
    );
    const letter = await world.queue(anna);
    const settled = await world.settled(letter._id);
    expect(settled.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'sent']);
    expect(anna.sees()).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)(
    'is uncertain, and never sent again, when the connection ends %s Telegram has carried it out',
    async (when) => {
      const anna = world.started();
      world.telegram.faults.next({ type: 'cut', when }, { chatId: anna.id, method: 'sendMessage' });
      const letter = await world.queue(anna);
      expect(await world.settled(letter._id)).toMatchObject({
        outcome: 'uncertain',
        unhandledFor: letter.conversationId,
      });
      const sends = world.telegram.calls('sendMessage').filter(({ parameters }) => parameters['chat_id'] === anna.id);
      expect(sends).toHaveLength(1);
    },
  );

  it('waits as long as Telegram says, and only it: other chats hear us at once', async () => {
    const [anna, boris] = [world.started(), world.started()];
    world.telegram.faults.next({ type: 'flood', retryAfter: 3 }, { chatId: anna.id, method: 'sendMessage' });
    const from = Date.now();
    const slow = await world.queue(anna);
    await tried(slow._id);
    const next = await world.queue(anna);
    const fast = await world.queue(boris);

    await world.settled(fast._id);
    expect(anna.sees()).toEqual([]);
    await world.settled(slow._id);
    await world.settled(next._id);
    expect(anna.sees().every(({ at }) => at - from >= 3_000)).toBe(true);
    expect(anna.sees()).toHaveLength(2);
  });

  /** Resolves when it has been tried once. */
  async function tried(id: string): Promise<void> {
    await eventually('a try', async () => (await world.letter(id)).attempts[0] ?? null);
  }
});
