import type { SentByBot } from '../../../../test/support/telegram/emulator';
import { messageInWords } from './message-in-words';

const SENT: SentByBot = {
  messageId: 1,
  chatId: '7',
  businessConnectionId: '',
  method: 'sendDocument',
  text: 'Презентация — в файле.',
  entities: [],
  file: { name: 'Презентация.pdf', type: 'application/pdf', bytes: Buffer.alloc(24_000) },
  buttons: [[{ label: 'Демо', action: 'm:demo' }], [{ label: 'Не писать', action: 'm:stop' }]],
  replyTo: null,
  at: 0,
};

describe('a message of the bot on the screen', () => {
  it('shows its words, its file, and each button with the number that presses it', () => {
    const head = { from: 'sales_bot', to: 'Анна', at: new Date('2026-11-23T10:00:00+03:00') };
    expect(messageInWords(SENT, head, { timeZone: 'Europe/Moscow', width: 80 })).toBe(
      [
        '  ▼ Mon 23 November 2026, 10:00  @sales_bot → Анна',
        '    Презентация — в файле.',
        '    📎 Презентация.pdf, 24 kB',
        '    [1 Демо] [2 Не писать]',
      ].join('\n'),
    );
  });
});
