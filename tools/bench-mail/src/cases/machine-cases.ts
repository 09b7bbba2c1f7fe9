import type { MailKind } from '@app/mail-text/mail-kind';
import { aMultipartCase, aTextCase } from './compose-case';
import type { MailCase } from './mail-case';

type Headers = Readonly<Record<string, string>>;

/** What machines answer, report and distribute, and people who look like one. */
export function machines(): readonly MailCase[] {
  return [...NOTES.map(aNote), ...reports(), ...calendars(), ...PEOPLE.map(aPerson)];
}

const FIRST = { 'In-Reply-To': '', References: '' };

const NOTES: readonly (readonly [what: string, kind: MailKind, headers: Headers, text: string])[] = [
  [
    'Exchange, ru',
    'auto_reply',
    { Subject: 'Автоматический ответ: Учёт' },
    'Я в отпуске по 19 января. Замещает ivan@ladya.example.',
  ],
  ['Exchange, en', 'auto_reply', { Subject: 'Automatic reply: Offer' }, 'I am out of the office until January 20.'],
  [
    'Gmail',
    'auto_reply',
    { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk', 'X-Autoreply': 'yes' },
    'Буду на связи с 20 января.',
  ],
  ['Zimbra', 'auto_reply', { 'Auto-Submitted': 'auto-replied (zimbra; vacation)' }, 'Away until 20 January.'],
  ['Notes', 'auto_reply', { Subject: 'Petr Ilyin is out of the office.' }, 'I will return on 20.01.2026.'],
  ['an old vacation program', 'auto_reply', { 'Return-Path': '<>' }, 'Отвечу позже.'],
  [
    'a help desk',
    'auto_reply',
    { 'Auto-Submitted': 'auto-generated', Subject: '[#1] Заявка принята' },
    'Ваша заявка № 1 принята.',
  ],
  ['words alone', 'auto_reply', {}, 'Здравствуйте! Нахожусь в отпуске по 18 января, отвечу по возвращении.'],
  ['a newsletter', 'list', { 'List-Unsubscribe': '<mailto:u@news.example>', ...FIRST }, 'Новости недели.'],
  ['a discussion list', 'list', { 'List-Id': '<users.lists.example>', Precedence: 'list' }, 'Кто пробовал?'],
  ['bulk mail', 'list', { Precedence: 'bulk', ...FIRST }, 'Скидки.'],
];

function aNote([what, kind, headers, text]: (typeof NOTES)[number]): MailCase {
  return aTextCase('machine', what, text, { text: undefined, kind, headers });
}

const PEOPLE: readonly (readonly [what: string, headers: Headers, text: string])[] = [
  ['from postmaster@', { From: 'postmaster@ladya.example' }, 'Пришлите презентацию.'],
  ['forwarding a bounce', { Subject: 'Fwd: Undelivered Mail Returned to Sender' }, 'Не доходит, посмотрите.'],
  ['with Exchange headers', { 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' }, 'Да, в среду.'],
  ['back from a vacation', { Subject: 'Re: Automatic reply: Offer' }, 'Я вернулся, давайте созвонимся.'],
  ['on vacation', {}, 'Я в отпуске до 20 января, но договор нужен сегодня. Пришлёте?'],
];

function aPerson([what, headers, text]: (typeof PEOPLE)[number]): MailCase {
  return aTextCase('machine', `a person ${what}`, text, { text, headers });
}

function reports(): readonly MailCase[] {
  const fields: readonly (readonly [what: string, kind: MailKind, fields: string])[] = [
    ['nobody there', 'bounce_hard', 'Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown'],
    ['no such domain', 'bounce_hard', 'Action: failed\r\nStatus: 5.1.2'],
    ['mailbox full', 'bounce_soft', 'Action: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full'],
    ['delayed', 'bounce_soft', 'Action: delayed\r\nStatus: 4.4.1'],
    ['taken for spam', 'bounce_soft', 'Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 554 5.7.1 Spam'],
    ['delivered', 'receipt', 'Action: delivered\r\nStatus: 2.0.0'],
  ];
  const dsn = fields.map(([what, kind, lines]) =>
    aMultipartCase(
      'machine',
      `a report: ${what}`,
      'multipart/report; report-type=delivery-status',
      [
        'Content-Type: text/plain\r\n\r\nThis is the mail system.',
        `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; petr@ladya.example\r\n${lines}`,
        'Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <offer@vremya.example>',
      ],
      { text: undefined, kind, headers: { From: 'MAILER-DAEMON@mx.example', Subject: 'Undelivered Mail', ...FIRST } },
    ),
  );
  const plain = aTextCase(
    'machine',
    'a report in plain words',
    'A message that you sent could not be delivered. This is a permanent error.\n\n  petr@ladya.example\n    550 No such user\n',
    {
      text: undefined,
      kind: 'bounce_hard',
      headers: {
        From: 'Mailer-Daemon@mx.example',
        Subject: 'Mail delivery failed: returning message to sender',
        ...FIRST,
      },
    },
  );
  const read = aMultipartCase(
    'machine',
    'a receipt',
    'multipart/report; report-type=disposition-notification',
    [
      'Content-Type: text/plain\r\n\r\nПрочитано.',
      'Content-Type: message/disposition-notification\r\n\r\nDisposition: manual-action/MDN-sent-manually; displayed',
    ],
    { text: undefined, kind: 'receipt' },
  );
  return [...dsn, plain, read];
}

function calendars(): readonly MailCase[] {
  return ['REQUEST', 'REPLY', 'CANCEL'].map((method) =>
    aMultipartCase(
      'machine',
      `a calendar ${method}`,
      'multipart/alternative',
      [
        'Content-Type: text/plain\r\n\r\nДемонстрация',
        `Content-Type: text/calendar; method=${method}\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR`,
      ],
      { text: undefined, kind: 'calendar' },
    ),
  );
}
