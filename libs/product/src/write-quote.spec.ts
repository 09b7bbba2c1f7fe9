import { writeQuote, type QuotedMessage } from './write-quote';

const AT = new Date('2026-11-22T11:05:00Z');

function aMessage(facts: Partial<QuotedMessage> = {}): QuotedMessage {
  return {
    at: AT,
    from: { name: 'Анна Петрова', address: 'anna@dom.example' },
    text: 'Пришлите презентацию.\n\nСколько это стоит?',
    quotedText: '',
    ...facts,
  };
}

describe('an answer', () => {
  it('quotes the message below it as a mail client does, in Russian', () => {
    expect(writeQuote(aMessage(), 'ru', 'Europe/Moscow')?.text).toBe(
      '22 ноября 2026 г., 14:05, Анна Петрова <anna@dom.example> написал(а):\n' +
        '> Пришлите презентацию.\n>\n> Сколько это стоит?',
    );
  });

  it('quotes it in English, at the time the contact has', () => {
    const message = aMessage({ from: { name: 'Anna', address: 'anna@dom.example' }, text: 'Send the deck.' });
    expect(writeQuote(message, 'en', 'America/New_York')?.text).toBe(
      'On Sun, 22 Nov 2026 at 06:05, Anna <anna@dom.example> wrote:\n> Send the deck.',
    );
  });

  it('quotes what the contact quoted one level deeper', () => {
    const quotedText = '21 ноября 2026 г., Команда <sales@our.example> написал(а):\n> Добрый день!';
    expect(writeQuote(aMessage({ text: 'Да.', quotedText }), 'ru', 'Europe/Moscow')?.text).toMatch(
      /написал\(а\):\n> Да\.\n>\n> 21 ноября 2026 г\., .*:\n> > Добрый день!$/,
    );
  });

  it('quotes in HTML, where a sign is a sign', () => {
    const message = aMessage({ text: 'a < b & <script>alert(1)</script>', from: { name: '', address: 'a@b.example' } });
    expect(writeQuote(message, 'en', 'UTC')?.html).toBe(
      '<p>On Sun, 22 Nov 2026 at 11:05, &lt;a@b.example&gt; wrote:</p>\n<blockquote type="cite">\n' +
        '<p>a &lt; b &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n</blockquote>',
    );
  });

  it('names the sender on one line, whatever they are called', () => {
    const from = { name: 'Anna\r\n> forged', address: 'anna@dom.example' };
    const [attribution] = (writeQuote(aMessage({ from }), 'en', 'UTC')?.text ?? '').split('\n');
    expect(attribution).toBe('On Sun, 22 Nov 2026 at 11:05, Anna > forged <anna@dom.example> wrote:');
  });

  it('quotes no more than a bounded part of a long message, in whole lines', () => {
    const text = 'сто знаков в каждой строке\n'.repeat(10_000);
    const lines = writeQuote(aMessage({ text }), 'ru', 'UTC')?.text.split('\n') ?? [];
    expect(lines.at(-1)).toBe('> […]');
    expect(new Set(lines.slice(1, -1))).toEqual(new Set(['> сто знаков в каждой строке']));
    expect(lines.length).toBeLessThan(1000);
    expect(writeQuote(aMessage({ text: '😀'.repeat(20_000) }), 'ru', 'UTC')?.text).toMatch(/😀\[…\]$/u);
  });

  it('quotes nothing where there are no words', () => {
    expect(writeQuote(aMessage({ text: ' \n' }), 'ru', 'UTC')).toBeNull();
  });
});
