import type { MailKind } from '@app/mail-text/mail-kind';
import { aMultipartCase, aTextCase } from './compose-case';
import type { MailCase } from './mail-case';

type Headers = Readonly<Record<string, string>>;

/** What machines answer, report and distribute, and people who look like one. */
export function machines(): readonly MailCase[] {
  return [...NOTES.map(aNote), ...reports(), ...calendars(), ...PEOPLE.map(aPerson)];
}

const FIRST = { 'In-Reply-To': '', References: '' };

/** Notes without any header that says so. */
const AUTOMATIC_WORDS: readonly (readonly [what: string, text: string])[] = [
  [
    'away, ru',
    'Добрый день! С 12 по 19 января я нахожусь в отпуске. По всем вопросам обращайтесь к ivan@ladya.example.',
  ],
  ['not in the office, ru', 'Здравствуйте! Меня нет в офисе до 20 января. Отвечу, когда вернусь.'],
  ['away, en', 'Thank you for your message. I am currently out of the office and will return on January 20.'],
  [
    'away, de',
    'Vielen Dank für Ihre Nachricht. Ich bin vom 12. bis 19. Januar im Urlaub. In dringenden Fällen: ivan@l.example',
  ],
  ['away, fr', "Je suis actuellement en congés. En cas d'urgence, merci de contacter ivan@ladya.example."],
  ['away, es', 'Gracias por su mensaje. Estoy fuera de la oficina hasta el 20 de enero.'],
  ['away, uk', 'Я перебуваю у відпустці до 20 січня. З термінових питань: ivan@ladya.example'],
  ['away, pl', 'Dziękuję za wiadomość. Jestem na urlopie do 19 stycznia.'],
  ['a ticket, ru', 'Ваше обращение принято и зарегистрировано под номером 12345. Мы ответим в течение 24 часов.'],
  ['a ticket, en', 'Your request (12345) has been received and is being reviewed by our support staff.'],
  ['no answer wanted', 'Мы получили ваше письмо. Пожалуйста, не отвечайте на это письмо.'],
];

const RECEIPTS: readonly (readonly [subject: string, text: string])[] = [
  ['Прочтено', 'Ваше сообщение\n\n   Кому: Пётр\n   Тема: Offer\n\nбыло прочтено 12.01.2026 15:00.'],
  ['Read', 'Your message\n\n   To: Petr\n   Subject: Offer\n\nwas read on Monday, January 12, 2026 3:00 PM.'],
  ['Не прочтено', 'Ваше сообщение\n\n   Тема: Offer\n\nбыло удалено непрочитанным 12.01.2026.'],
  ['Доставлено', 'Ваше сообщение было доставлено следующим получателям:\n\npetr@ladya.example'],
  ['Gelesen', 'Ihre Nachricht\n\n   Betreff: Offer\n\nwurde am Montag gelesen.'],
];

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
  ...AUTOMATIC_WORDS.map(([what, text]) => [`words alone: ${what}`, 'auto_reply', {}, text] as const),
  ...RECEIPTS.map(
    ([subject, text]) => [`a receipt: ${subject}`, 'receipt', { Subject: `${subject}: Offer` }, text] as const,
  ),
  [
    'a challenge',
    'auto_reply',
    {},
    'Please confirm that you are human by clicking the link. Your message will be held.',
  ],
  ['Yandex', 'auto_reply', { 'X-Yandex-Autoreply': 'yes' }, 'Я за городом.'],
  ['a newsletter', 'list', { 'List-Unsubscribe': '<mailto:u@news.example>', ...FIRST }, 'Новости недели.'],
  ['a discussion list', 'list', { 'List-Id': '<users.lists.example>', Precedence: 'list' }, 'Кто пробовал?'],
  ['bulk mail', 'list', { Precedence: 'bulk', Subject: 'Sale', ...FIRST }, 'Скидки.'],
];

function aNote([what, kind, headers, text]: (typeof NOTES)[number]): MailCase {
  return aTextCase('machine', what, text, { text: undefined, kind, headers });
}

const PEOPLE: readonly (readonly [what: string, headers: Headers, text: string])[] = [
  ['from postmaster@', { From: 'postmaster@ladya.example' }, 'Пришлите презентацию.'],
  ['forwarding a bounce', { Subject: 'Fwd: Undelivered Mail Returned to Sender' }, 'Не доходит, посмотрите.'],
  ['with Exchange headers', { 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' }, 'Да, в среду.'],
  ['back from a vacation', { Subject: 'Re: Automatic reply: Offer' }, 'Я вернулся, давайте созвонимся.'],
  ['through a gateway that stamps', { Precedence: 'bulk', 'X-Auto-Response-Suppress': 'All' }, 'Да, созвонимся.'],
  [
    'from a shared mailbox that is a list',
    { 'List-Id': '<sales.ladya.example>', To: 'anna@vremya.example', 'Delivered-To': 'anna@vremya.example' },
    'Да, пришлите презентацию.',
  ],
  ['who misses a parcel', { Subject: 'Не доставлено', ...FIRST }, 'Не доставлено 2 заказа из 5. Когда привезёте?'],
  ['who names a colleague', {}, 'Я этим не занимаюсь, по всем вопросам обращайтесь к Ивану: ivan@ladya.example'],
  ['away who wants to talk', {}, 'Сейчас в отпуске, вернусь 20 января — давайте тогда созвонимся.'],
  ['who asks after a ticket', { Subject: 'Re: Заявка принята' }, 'Ваша заявка принята под номером 4455? Это что?'],
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
    ['full, at Gmail', 'bounce_soft', 'Action: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: smtp; 552-5.2.2 over quota'],
    [
      'nobody, at Yandex',
      'bounce_hard',
      'Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 550 5.7.1 No such user!',
    ],
    [
      'nobody, at Mail.ru',
      'bounce_hard',
      'Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 invalid mailbox. Local mailbox petr is unavailable: user not found',
    ],
    [
      'nobody, at Outlook.com',
      'bounce_hard',
      'Action: failed\r\nStatus: 5.5.0\r\nDiagnostic-Code: smtp; 550 5.5.0 Requested action not taken: mailbox unavailable',
    ],
    [
      'nobody, at Exchange Online',
      'bounce_hard',
      'Action: failed\r\nStatus: 5.4.1\r\nDiagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied',
    ],
    [
      'given up on an unknown user',
      'bounce_hard',
      'Action: failed\r\nStatus: 4.1.1\r\nDiagnostic-Code: smtp; 450 4.1.1 User unknown',
    ],
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
