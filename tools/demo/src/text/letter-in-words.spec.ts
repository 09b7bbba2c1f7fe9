import type { ParsedMail } from '@app/mail-text/parsed-mail';
import { letterInWords, replyInWords } from './letter-in-words';

const ANSWER = 'On Friday, Anna.\n\nOn Mon, 23 Nov 2026 at 10:00, Anna <anna@dom.example> wrote:\n> When?\n';
const LAYOUT = { timeZone: 'Europe/Moscow', width: 30 };

describe('the person at the keyboard', () => {
  it('sees who wrote, when, the text in lines that fit, and each file with its size', () => {
    const letter = letterInWords(aMail(), 'anna@dom.example', LAYOUT);
    expect(letter.split('\n')).toEqual([
      '  ▼ Mon 23 November 2026, 10:00  The Reviews team → anna@dom.example',
      '    Subject: The presentation',
      '',
      '    Hello, Anna!',
      '',
      '    It is attached. Write if',
      '    you like it.',
      '',
      '    📎 reviews.pdf, 48 kB',
      '    📎 note.txt, 512 bytes',
    ]);
  });

  it('sees no more of what the letter quotes than in a mail client, which folds it', () => {
    const answer = { ...aMail(), subject: 'Re: The presentation', attachments: [], text: ANSWER };
    expect(letterInWords(answer, 'anna@dom.example', LAYOUT).split('\n').slice(4)).toEqual(['    On Friday, Anna.']);
  });

  it('sees what she wrote herself', () => {
    const reply = {
      name: 'Anna',
      address: 'anna@dom.example',
      words: 'Thank you.',
      at: new Date('2026-11-23T07:01:00Z'),
    };
    expect(replyInWords(reply, LAYOUT).split('\n')).toEqual([
      '  ▲ Mon 23 November 2026, 10:01  Anna, anna@dom.example',
      '    Thank you.',
    ]);
  });
});

function aMail(): ParsedMail {
  const file = { contentType: 'application/pdf', content: new Uint8Array(), inline: false };
  return {
    from: { name: 'The Reviews team', address: 'sales@otzyvy.example' },
    to: [],
    cc: [],
    replyTo: [],
    subject: 'The presentation',
    messageId: undefined,
    inReplyTo: undefined,
    references: [],
    date: new Date('2026-11-23T07:00:00Z'),
    headers: new Map(),
    text: 'Hello, Anna!\n\nIt is attached. Write if you like it.\n',
    html: undefined,
    attachments: [
      { ...file, name: 'reviews.pdf', size: 48_123 },
      { ...file, name: 'note.txt', size: 512 },
    ],
    structure: {
      contentType: 'multipart/mixed',
      reportType: undefined,
      calendarMethod: undefined,
      calendar: undefined,
      isSealed: false,
      deliveryStatus: undefined,
      dispositionNotification: false,
      enclosedMail: undefined,
    },
  };
}
