import { ATTRIBUTIONS } from './attributions';
import { aMultipartCase, aTextCase } from './compose-case';
import { HEADER_BLOCKS } from './header-blocks';
import type { MailCase } from './mail-case';
import { WORDS } from './words';

/** Answers above a quote, in plain text, as each client lays them out. */
export function topPostings(): readonly MailCase[] {
  const marked = ATTRIBUTIONS.map(([client, language, line]) => {
    const { answer, offer } = WORDS[language];
    return aTextCase('top', `${client}, ${language}`, `${answer}\n\n${line}\n${quoted(offer)}\n`, { text: answer });
  });
  const unmarked = HEADER_BLOCKS.map(([client, language, block]) => {
    const { answer, offer } = WORDS[language];
    return aTextCase('top', `${client}, ${language}`, `${answer}\n\n${block}\n\n${offer.join('\n')}\n`, {
      text: answer,
    });
  });
  return [...marked, ...unmarked];
}

/** Answers below and between the quoted lines, and threads of several clients. */
export function otherPostings(): readonly MailCase[] {
  const { answer, offer } = WORDS.ru;
  const thunderbird = '12.01.2026 14:03, Анна Светлова пишет:';
  const inline =
    'On 1/12/2026 2:03 PM, Anna wrote:\n> How many are you?\n\nForty.\n\n> When may I call?\nOn Wednesday.\n> Anna';
  return [
    aTextCase('other', 'all below', `${thunderbird}\n${quoted(offer)}\n\n${answer}`, { text: answer }),
    aTextCase('other', 'below, with a signature', `${thunderbird}\n${quoted(offer)}\n\n${answer}\n\n-- \nПётр Ильин`, {
      text: answer,
    }),
    aTextCase('other', 'between', inline, { text: 'Forty.\n\nOn Wednesday.' }),
    aTextCase(
      'other',
      'above and between',
      `Отвечаю ниже.\n\n${thunderbird}\n> Сколько вас?\nСорок.\n> Когда созвонимся?\nВ среду в 15:00.\n>\n> Анна`,
      { text: 'Отвечаю ниже.\n\nСорок.\n\nВ среду в 15:00.' },
    ),
    aTextCase(
      'other',
      'Gmail above Outlook above Apple Mail',
      `${answer}\n\nпн, 12 янв. 2026 г. в 14:03, Анна <anna@vremya.example>:\n\n> Напоминаю о нашем предложении.\n>\n> От: Пётр Ильин <petr@ladya.example>\n> Отправлено: 11 января 2026 г. 10:00\n> Кому: Анна\n> Тема: Учёт\n>\n> Подумаю.\n>\n> > On Jan 10, 2026, at 10:00, Anna <anna@vremya.example> wrote:\n> >\n> > Hello!\n`,
      { text: answer },
    ),
    aTextCase(
      'other',
      'Outlook above Gmail',
      `${answer}\n\nОт: Анна <anna@vremya.example>\nОтправлено: 12 января 2026 г. 14:03\nКому: Пётр\nТема: Re: Учёт\n\nНапоминаю.\n\nвс, 11 янв. 2026 г. в 10:00, Пётр <petr@ladya.example>:\n> Подумаю.\n`,
      { text: answer },
    ),
    aTextCase('other', 'wrapped quote lines', wrapped(), { text: 'Да, всё верно.' }),
    aTextCase(
      'other',
      'between marked lines below the headers of Outlook',
      `Ниже.\n\n${OUTLOOK}\n\n> Сколько вас?\n\nСорок.\n\n> Анна`,
      {
        text: 'Ниже.\n\nСорок.',
      },
    ),
    aTextCase('other', 'a quote of his own choice', 'Нашёл в вашем письме от 12.01.2026:\n> Сорок лицензий\nВ силе?', {
      text: 'Нашёл в вашем письме от 12.01.2026:\nВ силе?',
    }),
    aMultipartCase(
      'other',
      'plain text without marks beside HTML with them',
      'multipart/alternative',
      [
        'Content-Type: text/plain; charset=utf-8\r\n\r\nДа, всё верно.\r\n\r\nДобрый день! Предлагаем программу.',
        'Content-Type: text/html; charset=utf-8\r\n\r\n<div>Да, всё верно.</div><blockquote type="cite">Добрый день! Предлагаем программу.</blockquote>',
      ],
      { text: 'Да, всё верно.' },
    ),
    aMultipartCase(
      'other',
      'a signature that only the HTML marks',
      'multipart/alternative',
      [
        'Content-Type: text/plain; charset=utf-8\r\n\r\nДа, всё верно.\r\n\r\nООО «Ладья», г. Тверь',
        'Content-Type: text/html; charset=utf-8\r\n\r\n<div>Да, всё верно.</div><div id="Signature">ООО «Ладья», г. Тверь</div>',
      ],
      { text: 'Да, всё верно.' },
    ),
    aTextCase('other', 'a quote alone', `${thunderbird}\n${quoted(offer)}\n`, { text: '' }),
    aTextCase('other', 'a device line and a quote', `Отправлено с iPhone\n\n> ${offer.join('\n> ')}`, { text: '' }),
  ];
}

const OUTLOOK =
  '-----Original Message-----\nFrom: Anna [mailto:anna@vremya.example]\nSent: Monday, January 12, 2026 2:03 PM\nTo: petr\nSubject: Offer';

function quoted(lines: readonly string[]): string {
  return lines.map((line) => `> ${line}`).join('\n');
}

function wrapped(): string {
  return [
    'Да, всё верно.',
    '',
    '12.01.2026 14:03, Анна Светлова пишет:',
    '> Здравствуйте, Пётр! Правильно ли я понимаю, что вас сорок человек и вы хотите',
    'начать с февраля?',
    '> Анна',
  ].join('\n');
}
