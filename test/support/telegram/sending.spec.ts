import { askBot, resultOf } from './ask-bot';
import type { EmulatedUser, TelegramEmulator } from './emulator';
import { startTelegram } from './telegram-emulator';

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');

let telegram: TelegramEmulator;
let anna: EmulatedUser;

beforeAll(async () => {
  telegram = await startTelegram();
});

afterAll(() => telegram.close());

beforeEach(() => {
  anna = telegram.user({ firstName: 'Anna', username: 'anna' });
  anna.starts();
});

const say = (more: object) => askBot(telegram, 'sendMessage', { chat_id: anna.id, text: 'Hello', ...more });
const refused = (description: string) => expect.objectContaining({ error_code: 400, description });

function fileForm(field: string, file: File, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ chat_id: anna.id, ...more })) form.append(name, value);
  form.append(field, file);
  return form;
}

describe('words of the bot', () => {
  it('reach the person without their markup, with the entities it makes', async () => {
    await say({ text: '<b>5 &lt; 6</b> &amp; <i>so on</i>', parse_mode: 'HTML' });

    expect(anna.sees()).toMatchObject([
      {
        text: '5 < 6 & so on',
        entities: [
          { type: 'bold', offset: 0, length: 5 },
          { type: 'italic', offset: 8, length: 5 },
        ],
      },
    ]);
  });

  it.each([
    ['5 < 6', 'Unclosed start tag at byte offset 2'],
    ['так <br>', 'Unsupported start tag "br" at byte offset 7'],
    ['<b>so', 'Can\'t find end tag corresponding to start tag "b"'],
    ['so</b>', 'Unexpected end tag at byte offset 2'],
    ['<b><i>so</b></i>', 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'],
  ])('are refused as HTML when they are «%s»', async (text, why) => {
    expect(await say({ text, parse_mode: 'HTML' })).toEqual(refused(`Bad Request: can't parse entities: ${why}`));
  });

  it.each([
    [{ text: ' ' }, 'message text is empty'],
    [{ text: 'x'.repeat(4097) }, 'message is too long'],
    [{ chat_id: '1' }, 'chat not found'],
    [{ parse_mode: 'Markdoun' }, 'unsupported parse_mode'],
    [{ reply_parameters: { message_id: 1 } }, 'message to be replied not found'],
    [button({ text: 'Demo', callback_data: 'x'.repeat(65) }), 'BUTTON_DATA_INVALID'],
  ])('are refused with %j', async (parameters, why) => {
    expect(await say(parameters)).toEqual(refused(`Bad Request: ${why}`));
  });

  it('answer a message, and are 4,096 characters at most after their markup', async () => {
    const { messageId } = anna.writes('?');
    await say({
      text: `<b>${'x'.repeat(4096)}</b>`,
      parse_mode: 'HTML',
      reply_parameters: { message_id: messageId },
    });

    expect(anna.sees()).toMatchObject([{ replyTo: messageId }]);
  });
});

describe('a person the bot may not write to', () => {
  it.each([
    ['never pressed Start', () => telegram.user(), "Forbidden: bot can't initiate conversation with a user"],
    ['has blocked the bot', () => onceStarted((user) => user.blocks()), 'Forbidden: bot was blocked by the user'],
    ['is deleted', () => onceStarted((user) => user.deletesAccount()), 'Forbidden: user is deactivated'],
  ])('%s', async (_, somebody, description) => {
    expect(await say({ chat_id: somebody().id })).toEqual({ ok: false, error_code: 403, description });
  });

  it('may be written to again after another Start', async () => {
    anna.blocks();
    anna.starts();

    expect(await say({})).toMatchObject({ ok: true });
  });
});

describe('a group', () => {
  it('that became a supergroup is refused with its new id', async () => {
    const group = telegram.group();
    group.addsBot(anna);
    const oldId = group.id;
    group.isUpgraded(anna);

    expect(await say({ chat_id: oldId })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: Number(group.id) },
    });
    expect(await say({ chat_id: group.id })).toMatchObject({ ok: true });
  });

  it('that the bot has left takes nothing more', async () => {
    const group = telegram.group();
    group.addsBot(anna);
    await askBot(telegram, 'leaveChat', { chat_id: group.id });

    expect(await say({ chat_id: group.id })).toMatchObject({ error_code: 403 });
  });
});

describe('buttons', () => {
  it('that are pressed come back as a query, which the bot answers once it is there', async () => {
    await say(button({ text: 'Demo', callback_data: 'demo' }));
    const pressed = anna.presses('Demo');
    expect(pressed.answer()).toBeNull();
    await askBot(telegram, 'answerCallbackQuery', { callback_query_id: pressed.queryId, text: 'Soon' });

    expect(pressed.answer()).toEqual({ text: 'Soon' });
    expect(await updatesOf('callback_query')).toMatchObject([{ id: pressed.queryId, data: 'demo' }]);
    expect(await askBot(telegram, 'answerCallbackQuery', { callback_query_id: '1' })).toMatchObject({ ok: false });
  });

  it('can be taken away, once', async () => {
    const { result } = await say(button({ text: 'Demo', callback_data: 'demo' }));
    const { message_id } = result as { message_id: number };
    await askBot(telegram, 'editMessageReplyMarkup', { chat_id: anna.id, message_id });

    expect(() => anna.presses('Demo')).toThrow('No message of the bot shows a button «Demo».');
    expect(await askBot(telegram, 'editMessageReplyMarkup', { chat_id: anna.id, message_id })).toEqual(
      refused(expect.stringContaining('message is not modified') as string),
    );
  });
});

describe('files', () => {
  it('of the bot arrive with their name, the type it tells, and their caption', async () => {
    const pdf = new File(['%PDF-'], 'Презентация.pdf');
    await askBot(telegram, 'sendDocument', fileForm('document', pdf, { caption: 'As asked' }));

    expect(anna.sees()).toMatchObject([
      {
        text: 'As asked',
        file: { name: 'Презентация.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-') },
      },
    ]);
  });

  it('are pictures only when they are', async () => {
    const [chart, table] = [new File([PNG], 'chart.png'), new File(['a;b'], 'chart.png')];

    expect(await askBot(telegram, 'sendPhoto', fileForm('photo', chart))).toMatchObject({ ok: true });
    expect(await askBot(telegram, 'sendPhoto', fileForm('photo', table))).toEqual(
      refused('Bad Request: IMAGE_PROCESS_FAILED'),
    );
  });

  it('have captions of 1,024 characters at most', async () => {
    const form = fileForm('photo', new File([PNG], 'chart.png'), { caption: 'x'.repeat(1025) });

    expect(await askBot(telegram, 'sendPhoto', form)).toEqual(refused('Bad Request: message caption is too long'));
  });

  it('of the person are fetched by their id', async () => {
    anna.sendsDocument({ bytes: Buffer.from('terms'), name: 'terms.txt', type: 'text/plain', caption: 'Ours' });
    const [{ document, caption }] = (await updatesOf('message')).slice(-1) as [
      { document: { file_id: string }; caption: string },
    ];
    const file = await resultOf<{ file_path: string }>(telegram, 'getFile', { file_id: document.file_id });
    const response = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file.file_path}`);

    expect([caption, await response.text()]).toEqual(['Ours', 'terms']);
  });

  it('above 20 MB are not to be had', async () => {
    anna.sendsVoice({ bytes: Buffer.from('x'), toldSize: 20 * 1024 * 1024 + 1 });
    const [{ voice }] = (await updatesOf('message')).slice(-1) as [{ voice: { file_id: string } }];

    expect(await askBot(telegram, 'getFile', { file_id: voice.file_id })).toEqual(
      refused('Bad Request: file is too big'),
    );
  });
});

function button(of: object) {
  return { reply_markup: { inline_keyboard: [[of]] } };
}

function onceStarted(then: (user: EmulatedUser) => void): EmulatedUser {
  const user = telegram.user();
  user.starts();
  then(user);
  return user;
}

async function updatesOf(type: string): Promise<readonly unknown[]> {
  const updates = await resultOf<readonly Record<string, unknown>[]>(telegram, 'getUpdates');
  return updates.flatMap((update) => (type in update ? [update[type]] : []));
}
