import { LimitedChats } from './limited-chats';

describe('the chats that Telegram limits', () => {
  it('are counted while it says so of them within a second, each once', () => {
    const limited = new LimitedChats();
    expect([limited.note('a', 0), limited.note('a', 10), limited.note('b', 900)]).toEqual([1, 1, 2]);
    expect(limited.note('c', 1_500)).toBe(2);
    expect(limited.note('d', 9_000)).toBe(1);
  });
});
