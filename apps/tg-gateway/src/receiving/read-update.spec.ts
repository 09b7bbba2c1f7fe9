import { readUpdate } from './read-update';
import type { Message, Update } from './update';

const ANNA = { id: 4711, first_name: 'Анна' };

function aMessage(facts: Partial<Message>): Message {
  return { message_id: 5, chat: { id: 4711, type: 'private' }, from: ANNA, date: 1_700_000_000, ...facts };
}

function read(update: Omit<Update, 'update_id'>) {
  return readUpdate({ update_id: 1, ...update }, '7');
}

describe('an update', () => {
  it.each([
    ['/start', { type: 'started', token: null }],
    ['/start abc_D-1', { type: 'started', token: 'abc_D-1' }],
    ['/START@sales_bot abc', { type: 'started', token: 'abc' }],
    ['/stop', { type: 'asked', command: 'stop' }],
    ['/stop и больше не пишите', { type: 'asked', command: 'stop' }],
    ['/help', { type: 'asked', command: 'help' }],
    ['/language', { type: 'asked', command: 'language' }],
    ['/help сколько стоит', { type: 'wrote' }],
    ['/price', { type: 'wrote' }],
    ['стоп /stop', { type: 'wrote' }],
  ])('with the words %j tells what was done', (text, happening) => {
    expect(read({ message: aMessage({ text }) })).toMatchObject({ type: 'said', said: { happening } });
  });

  it('that edits words into a stop is a stop, and into anything else is words', () => {
    const edited = (text: string) => read({ edited_message: aMessage({ text }) });
    expect(edited('/stop')).toMatchObject({ said: { happening: { type: 'asked', command: 'stop' } } });
    expect(edited('/start abc')).toMatchObject({ said: { happening: { type: 'edited' }, text: '/start abc' } });
    expect(edited('Сколько?')).toMatchObject({ said: { happening: { type: 'edited', edits: 'telegram:4711:5' } } });
  });

  it('that shares somebody without a name in Telegram tells the number alone', () => {
    const contact = { phone_number: '+7 900 000-00-00', first_name: 'Вера', user_id: 12 };
    expect(read({ message: aMessage({ contact }) })).toMatchObject({
      said: { happening: { type: 'shared', names: [], phone: '+7 900 000-00-00' } },
    });
  });

  it.each([
    ['group', { type: 'added-to-group', chatId: '-100' }],
    ['supergroup', { type: 'added-to-group', chatId: '-100' }],
    ['channel', { type: 'ignored' }],
  ] as const)('that puts the bot into a %s is no sale', (type, incoming) => {
    const my_chat_member = { chat: { id: -100, type }, from: ANNA, new_chat_member: { status: 'administrator' } };
    expect(read({ my_chat_member })).toMatchObject(incoming);
  });

  it('of an owner’s chat knows no commands: they are meant for somebody else', () => {
    const message = aMessage({ text: '/stop', business_connection_id: 'c' });
    expect(read({ business_message: message })).toMatchObject({
      said: { happening: { type: 'wrote' }, text: '/stop', businessConnectionId: 'c' },
    });
  });

  it('that tells what a bot wrote in an owner’s name is passed over', () => {
    const message = aMessage({ text: 'Да', business_connection_id: 'c', sender_business_bot: ANNA });
    expect(read({ business_message: message })).toMatchObject({ type: 'ignored' });
  });

  it.each([
    ['a sticker as its emoji', { sticker: { emoji: '👍' } }, '👍'],
    ['a place as where it is', { location: { latitude: 55.75, longitude: 37.61 } }, '55.75, 37.61'],
    ['a picture with its caption', { photo: [{ file_id: 's' }, { file_id: 'l' }], caption: 'Вот' }, 'Вот'],
  ])('with %s has words', (_, content, text) => {
    expect(read({ message: aMessage(content) })).toMatchObject({ said: { text, happening: { type: 'wrote' } } });
  });

  it('with a picture names the largest of its sizes', () => {
    const photo = [
      { file_id: 's', file_size: 1 },
      { file_id: 'l', file_size: 9 },
    ];
    expect(read({ message: aMessage({ photo }) })).toMatchObject({
      said: { file: { id: 'l', name: 'photo.jpg', contentType: 'image/jpeg', size: 9 } },
    });
  });

  it('with more text than Telegram lets anybody write is passed over, for the database would refuse it for ever', () => {
    expect(read({ message: aMessage({ text: 'я'.repeat(1_000_001) }) })).toMatchObject({ type: 'ignored' });
  });

  it('of what nobody said, such as a pinned message, is passed over', () => {
    expect(read({ message: aMessage({}) })).toMatchObject({ type: 'ignored' });
  });

  it('of a button in a group, or on a message that is gone, is only answered', () => {
    const query = { id: 'q', from: ANNA, data: 'stop' };
    expect(read({ callback_query: query })).toEqual({ type: 'pressed', queryId: 'q', said: null });
    const message = { message_id: 1, chat: { id: -5, type: 'group' } } as const;
    expect(read({ callback_query: { ...query, message } })).toMatchObject({ said: null });
  });

  it.each([
    [{ can_reply: true }, true],
    [{ rights: { can_reply: true } }, true],
    [{ rights: {} }, false],
    [{ can_reply: true, rights: { can_reply: false } }, false],
    [{}, false],
  ])('of a connection with %j says whether it may answer: %j', (rights, canReply) => {
    const connection = { id: 'c', user: ANNA, is_enabled: true, ...rights };
    expect(read({ business_connection: connection })).toEqual({
      type: 'connection',
      connection: { _id: 'c', botId: '7', ownerId: '4711', isEnabled: true, canReply },
    });
  });
});
