import { readChatEntry } from './read-chat-entry';

const TIME = { now: new Date('2026-11-23T10:00:00+03:00'), timeZone: 'Europe/Moscow' };

describe('the person in the chat', () => {
  it.each([
    ['Пришлите презентацию', { type: 'write', words: 'Пришлите презентацию' }],
    ['/stop', { type: 'write', words: '/stop' }],
    ['2', { type: 'press', number: 2 }],
    ['2 января', { type: 'write', words: '2 января' }],
    [' ', { type: 'nothing' }],
    [':later 2d', { type: 'moveClock', to: new Date('2026-11-25T10:00:00+03:00') }],
    [':operator Добрый день!', { type: 'operate', words: 'Добрый день!' }],
    [':quit', { type: 'quit' }],
  ])('writes, presses buttons, and has the demo do things: %s', (entry, meant) => {
    expect(readChatEntry(entry, TIME)).toEqual(meant);
  });

  it.each([
    [':later soon', 'like :later 5h, :later 2d or :later 3w'],
    [':as oleg@dom.example', 'One person is in this chat'],
    [':nothing', 'There is no :nothing; :help shows'],
  ])('reads what to do after a mistake: %s', (entry, sentence) => {
    expect(readChatEntry(entry, TIME)).toEqual({ type: 'mistake', sentence: expect.stringContaining(sentence) });
  });
});
