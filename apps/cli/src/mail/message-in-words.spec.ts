import { aMessageDocument } from '@app/persistence/testing/documents';
import { messageInWords } from './message-in-words';

const AT = new Date('2026-11-23T08:00:00Z');

describe('a mail as the operator reads it', () => {
  it('tells who wrote what, and how to save what came with it', () => {
    const message = aMessageDocument({
      externalId: '<1@x> 0f',
      text: 'Our prices.\n',
      storedAt: AT,
      attachments: [
        { name: 'price list.pdf', contentType: 'application/pdf', size: 20_480, sha256: 'a' },
        { name: 'film.mp4', contentType: 'video/mp4', size: 40_000_000, sha256: null },
      ],
    });
    const lines = messageInWords(message).split('\n');
    expect(lines[0]).toBe('from Анна <anna@example.com>');
    expect(lines.slice(3)).toEqual([
      'Re: Отзывы ваших гостей',
      '    Our prices.',
      '📎 1. price list.pdf (application/pdf, 20 kB)',
      "    sales-agent mail attachment 'email:sales:<1@x> 0f' 1 --to './price list.pdf'",
      '📎 2. film.mp4 (video/mp4, 38.1 MB), not kept; it is in the mailbox',
    ]);
  });

  it('tells why it could not be read, and how to save it as it came', () => {
    const message = aMessageDocument({ externalId: '1', text: '', unreadable: 'It cannot be parsed.' });
    expect(messageInWords(message).split('\n').slice(-2)).toEqual([
      'It cannot be parsed.',
      '    sales-agent mail raw email:sales:1 --to ./mail.eml',
    ]);
  });
});
