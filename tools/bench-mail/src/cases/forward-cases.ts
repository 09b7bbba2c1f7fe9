import { aTextCase } from './compose-case';
import type { MailCase } from './mail-case';

const COMMENT = 'Анна, перешлите это, пожалуйста, вашему бухгалтеру.';
const BILL = 'Добрый день! Высылаем счёт за январь.\n\nС уважением,\nБанк';

const FORWARDS: readonly (readonly [client: string, head: string, tail?: string])[] = [
  [
    'Gmail',
    '---------- Forwarded message ---------\nОт: Банк <bank@bank.example>\nDate: пн, 12 янв. 2026 г. в 09:02\nSubject: Счёт\nTo: <petr@ladya.example>',
  ],
  [
    'Outlook',
    'From: Bank <bank@bank.example>\nSent: Monday, January 12, 2026 9:02 AM\nTo: Petr Ilyin <petr@ladya.example>\nSubject: Bill',
  ],
  [
    'Apple Mail',
    'Начало переадресованного сообщения:\n\nОт: Банк <bank@bank.example>\nТема: Счёт\nДата: 12 января 2026 г. в 09:02:11 GMT+3\nКому: petr@ladya.example',
  ],
  [
    'Apple Mail in English',
    'Begin forwarded message:\n\nFrom: Bank <bank@bank.example>\nSubject: Bill\nDate: January 12, 2026 at 9:02:11 AM GMT+3\nTo: petr@ladya.example',
  ],
  [
    'Yandex',
    '-------- Пересылаемое сообщение --------\n12.01.2026, 09:02, "Банк" <bank@bank.example>:',
    '-------- Конец пересылаемого сообщения --------',
  ],
  [
    'Mail.ru',
    '-------- Пересылаемое сообщение --------\nОт кого: Банк <bank@bank.example>\nКому: petr@ladya.example\nДата: Понедельник, 12 января 2026, 9:02 +03:00\nТема: Счёт',
  ],
  [
    'Thunderbird',
    '-------- Перенаправленное сообщение --------\nТема: \tСчёт\nДата: \tMon, 12 Jan 2026 09:02:11 +0300\nОт: \tБанк <bank@bank.example>\nКому: \tpetr@ladya.example',
  ],
  [
    'The Bat!',
    'Это пересланное сообщение\nОт: Банк <bank@bank.example>\nКому: petr@ladya.example\nДата: 12 января 2026 г., 9:02:11\nТема: Счёт\n\n===8<============== Начало текста оригинального сообщения ===============',
    '===8<=========== Конец текста оригинального сообщения ===========',
  ],
  [
    'Roundcube',
    '-------- Исходное сообщение --------\nТема: Счёт\nДата: 2026-01-12 09:02\nОт: Банк <bank@bank.example>\nКому: petr@ladya.example',
  ],
  [
    'Notes',
    '----- Переслано: Банк/Bank дата: 12.01.2026 09:02 -----\n\nОт: Банк <bank@bank.example>\nКому: petr@ladya.example\nДата: 12.01.2026 09:02\nТема: Счёт',
  ],
  [
    'Notes in English',
    '----- Forwarded by Bank/BANK on 12.01.2026 09:02 -----\n\nFrom: Bank <bank@bank.example>\nTo: petr@ladya.example\nDate: 12.01.2026 09:02\nSubject: Bill',
  ],
  [
    'Zimbra',
    '----- Пересылаемое сообщение -----\nОт: "Банк" <bank@bank.example>\nКому: "petr" <petr@ladya.example>\nОтправлено: Понедельник, 12 Январь 2026 г 9:02:11\nТема: Счёт',
  ],
];

/** Letters of others that a contact passes on, with a comment and without one. */
export function forwards(): readonly MailCase[] {
  const headers = { Subject: 'Fwd: Bill', 'In-Reply-To': '', References: '' };
  return FORWARDS.flatMap(([client, head, tail = '']) => {
    const forwarded = `${head}\n\n${BILL}\n${tail}`;
    return [
      aTextCase('forward', client, `${COMMENT}\n\n${forwarded}`, { text: COMMENT, headers }),
      aTextCase('forward', `${client}, no comment`, forwarded, { text: BILL, headers }),
    ];
  });
}
