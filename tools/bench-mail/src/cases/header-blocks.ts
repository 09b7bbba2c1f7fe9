import type { CaseLanguage } from './words';

/** What a client writes above a quote whose lines have no mark, by client and language. */
export const HEADER_BLOCKS: readonly (readonly [client: string, language: CaseLanguage, block: string])[] = [
  [
    'Outlook',
    'ru',
    'From: Анна Светлова <anna@vremya.example> \nSent: Monday, January 12, 2026 2:03 PM\nTo: petr@ladya.example\nSubject: Учёт времени',
  ],
  [
    'Outlook in Russian',
    'ru',
    'От: Анна Светлова <anna@vremya.example> \nОтправлено: 12 января 2026 г. 14:03\nКому: Пётр Ильин <petr@ladya.example>\nКопия: sales@vremya.example\nТема: Учёт времени',
  ],
  [
    'Outlook 2010',
    'ru',
    '-----Исходное сообщение-----\nОт: Анна Светлова [mailto:anna@vremya.example] \nОтправлено: 12 января 2026 г. 14:03\nКому: petr@ladya.example\nТема: Учёт времени',
  ],
  [
    'Outlook',
    'en',
    'From: Anna Svetlova <anna@vremya.example>\nSent: Monday, January 12, 2026 2:03 PM\nTo: Petr Ilyin <petr@ladya.example>\nSubject: Time tracking',
  ],
  [
    'Outlook 2010',
    'en',
    '-----Original Message-----\nFrom: Anna Svetlova [mailto:anna@vremya.example]\nSent: Monday, January 12, 2026 2:03 PM\nTo: petr@ladya.example\nSubject: Time tracking',
  ],
  [
    'Outlook on the web',
    'ru',
    '________________________________\nОт: Анна Светлова <anna@vremya.example>\nОтправлено: 12 января 2026 г. 14:03:07\nКому: petr@ladya.example\nТема: Учёт времени',
  ],
  [
    'Outlook for Mac',
    'en',
    'From: Anna Svetlova <anna@vremya.example>\nDate: Monday, 12 January 2026 at 14:03\nTo: Petr Ilyin <petr@ladya.example>\nSubject: Time tracking',
  ],
  [
    'Outlook for Mac',
    'ru',
    'От: Анна Светлова <anna@vremya.example>\nДата: понедельник, 12 января 2026 г. в 14:03\nКому: Пётр Ильин <petr@ladya.example>\nТема: Учёт времени',
  ],
  [
    'the Outlook app',
    'ru',
    'Получить Outlook для Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Анна Светлова <anna@vremya.example>\nSent: Monday, January 12, 2026 2:03:07 PM\nTo: petr@ladya.example\nSubject: Учёт времени',
  ],
  [
    'Outlook',
    'de',
    'Von: Anna Svetlova <anna@vremya.example>\nGesendet: Montag, 12. Januar 2026 14:03\nAn: Petr Ilyin <petr@ladya.example>\nBetreff: Zeiterfassung',
  ],
  [
    'Outlook',
    'fr',
    'De : Anna Svetlova <anna@vremya.example>\nEnvoyé : lundi 12 janvier 2026 14:03\nÀ : Petr Ilyin <petr@ladya.example>\nObjet : Suivi du temps',
  ],
  [
    'Outlook',
    'es',
    'De: Anna Svetlova <anna@vremya.example>\nEnviado el: lunes, 12 de enero de 2026 14:03\nPara: Petr Ilyin <petr@ladya.example>\nAsunto: Control de horas',
  ],
  [
    'Outlook',
    'uk',
    'Від: Анна Світлова <anna@vremya.example>\nНадіслано: понеділок, 12 січня 2026 р. 14:03\nКому: petr@ladya.example\nТема: Облік часу',
  ],
  [
    'Outlook',
    'pl',
    'Od: Anna Svetlova <anna@vremya.example>\nWysłano: poniedziałek, 12 stycznia 2026 14:03\nDo: petr@ladya.example\nTemat: Ewidencja czasu',
  ],
  [
    'Outlook',
    'it',
    'Da: Anna Svetlova <anna@vremya.example>\nInviato: lunedì 12 gennaio 2026 14:03\nA: petr@ladya.example\nOggetto: Registrazione delle ore',
  ],
  [
    'Outlook',
    'pt',
    'De: Anna Svetlova <anna@vremya.example>\nEnviado: 12 de janeiro de 2026 14:03\nPara: petr@ladya.example\nAssunto: Registo de horas',
  ],
  [
    'Outlook',
    'nl',
    'Van: Anna Svetlova <anna@vremya.example>\nVerzonden: maandag 12 januari 2026 14:03\nAan: petr@ladya.example\nOnderwerp: Urenregistratie',
  ],
  [
    'GMX',
    'de',
    'Gesendet: Montag, 12. Januar 2026 um 14:03 Uhr\nVon: "Anna Svetlova" <anna@vremya.example>\nAn: petr@ladya.example\nBetreff: Zeiterfassung',
  ],
  [
    'Zimbra',
    'ru',
    'От: "Анна Светлова" <anna@vremya.example>\nКому: "petr" <petr@ladya.example>\nОтправлено: Понедельник, 12 Январь 2026 г 14:03:07\nТема: Учёт времени',
  ],
  [
    'Zimbra',
    'en',
    '----- Original Message -----\nFrom: "Anna Svetlova" <anna@vremya.example>\nTo: "petr" <petr@ladya.example>\nSent: Monday, January 12, 2026 2:03:07 PM\nSubject: Time tracking',
  ],
  [
    'Samsung',
    'ru',
    '-------- Исходное сообщение --------\nОт: Анна Светлова <anna@vremya.example> \nДата: 12.01.26  14:03  (GMT+03:00) \nКому: petr@ladya.example \nТема: Учёт времени ',
  ],
  [
    'Samsung',
    'en',
    '-------- Original message --------\nFrom: Anna Svetlova <anna@vremya.example> \nDate: 1/12/26  2:03 PM  (GMT+03:00) \nTo: petr@ladya.example \nSubject: Time tracking ',
  ],
  [
    'eM Client',
    'ru',
    '------ Исходное сообщение ------\nОт: "Анна Светлова" <anna@vremya.example>\nКому: petr@ladya.example\nОтправлено: 12.01.2026 14:03:07\nТема: Учёт времени',
  ],
  [
    'Notes',
    'ru',
    'От:\tАнна Светлова <anna@vremya.example>\nКому:\tpetr@ladya.example\nДата:\t12.01.2026 14:03\nТема:\tУчёт времени',
  ],
  [
    'Notes',
    'en',
    '-----Anna Svetlova <anna@vremya.example> wrote: -----\nTo: petr@ladya.example\nFrom: Anna Svetlova <anna@vremya.example>\nDate: 01/12/2026 02:03PM\nSubject: Time tracking',
  ],
  [
    'Proton',
    'en',
    '------- Original Message -------\nOn Monday, January 12th, 2026 at 2:03 PM, Anna <anna@vremya.example> wrote:',
  ],
  [
    'Outlook with its bold marked',
    'ru',
    '*От:* Анна Светлова <anna@vremya.example>\n*Отправлено:* 12 января 2026 г. 14:03\n*Кому:* Пётр Ильин\n*Тема:* Учёт времени',
  ],
  [
    'Outlook on one line',
    'ru',
    'От: Анна Светлова <anna@vremya.example> Отправлено: 12 января 2026 г. 14:03 Кому: Пётр Ильин Тема: Учёт времени',
  ],
  [
    'Outlook in Kazakh',
    'ru',
    'Кімнен: Анна <anna@vremya.example>\nЖіберілген күні: 12 қаңтар 2026 ж. 14:03\nКімге: Пётр\nТақырыбы: Учёт времени',
  ],
  [
    'eM Client 10',
    'en',
    '------ Original Message ------\nFrom "Anna" <anna@vremya.example>\nTo "Petr" <petr@ladya.example>\nDate 1/12/2026 2:03:07 PM\nSubject Re: Offer',
  ],
  ['Zoho', 'en', '---- On Mon, 12 Jan 2026 14:03:07 +0300 Anna <anna@vremya.example> wrote ----'],
  ['Zoho', 'ru', '---- Вкл Пн, 12 янв 2026 14:03:07 +0300 Анна <anna@vremya.example> написал ----'],
  ['GroupWise', 'en', '>>> Anna Svetlova <anna@vremya.example> 1/12/2026 2:03 PM >>>'],
  ['a help desk', 'en', '##- Please type your reply above this line -##'],
  ['a help desk', 'ru', '------ Пожалуйста, пишите ответ выше этой строки ------'],
];
