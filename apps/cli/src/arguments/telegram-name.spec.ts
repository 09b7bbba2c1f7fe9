import { telegramName } from './telegram-name';

describe('a Telegram user name', () => {
  it.each(['@Anna_Buyer', 'anna_buyer', 't.me/anna_buyer', 'https://t.me/Anna_Buyer'])('is read from %s', (given) => {
    expect(telegramName(given)).toBe('@anna_buyer');
  });

  it.each(['', '@', '@an', 'anna@dom.example', 'https://t.me/joinchat/AAAA', '@1anna'])('is not %j', (given) => {
    expect(() => telegramName(given)).toThrow(/is not a Telegram user name; write it like @anna_buyer\.$/);
  });
});
