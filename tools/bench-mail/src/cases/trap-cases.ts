import { aTextCase } from './compose-case';
import type { MailCase } from './mail-case';

/** Words that only look like a quote, a signature or a machine's. */
const TRAPS: readonly (readonly [what: string, body: string])[] = [
  ['a chat log', '12.01.2026 14:03, Оператор пишет: ждите\n12.01.2026 16:40, я пишу: звонка не было\n\nСколько ждать?'],
  ['a date in a sentence', 'On Monday at 14:03 Anna wrote that the price had changed.\nIs that so?'],
  ['what he wrote himself', 'В понедельник в 14:03 я вам писал:\nне звоните мне.'],
  ['from and to in a list', 'Маршрут:\nОт: Москва\nДо: Тверь\nСколько это стоит?'],
  ['a colon at the end', 'Нас интересует следующее:\n1. цена\n2. срок\n\nЖду ответа.'],
  ['a rule between two parts', 'Первый вопрос: цена?\n--------\nВторой вопрос: срок?'],
  ['dashes as a list', 'Нужно:\n-- доступ\n-- презентация'],
  ['regards in a sentence', 'With regards to your question, we are forty people and need an offer.'],
  ['respect in a sentence', 'С уважением отношусь к вашему труду, но нам это не нужно.'],
  ['sent from in a sentence', 'The parcel was sent from our warehouse yesterday. Did it arrive?'],
  ['a device in a sentence', 'Отправлено вчера с курьером, ждите в среду.'],
  ['how to leave', 'Здравствуйте!\n\nКак отписаться от рассылки?'],
  ['a colleague', 'Это не ко мне. Пишите коллеге:\n\nИван Петров\nivan@ladya.example\n+7 900 000-00-02'],
  ['no', 'Нет'],
  ['thanks', 'Спасибо!'],
  ['a goodbye', 'Всего доброго!'],
  ['a postscript', 'Пришлите цену.\n\nP.S. И больше не звоните.'],
  ['a confidential question', 'Is what I send you confidential? I would rather not share our figures before that.'],
  ['a shell prompt', 'Не ставится:\n\n$ npm install >log.txt\nerror: no space left\n\nЧто делать?'],
  ['greater than', 'Нас больше 40, точнее:\n40 > 30, так что нужен большой тариф.'],
  [
    'a long wish for secrecy',
    'Добрый день!\n\nДо демонстрации нам нужно соглашение о конфиденциальности, потому что есть обязательства перед заказчиками, и без него наши данные мы не покажем. Пришлите ваш шаблон.',
  ],
  [
    'a condition for those who are not',
    'Добрый день!\n\nЕсли вы не являетесь плательщиком НДС, пришлите, пожалуйста, отдельный договор: наша бухгалтерия принимает только такой вариант для новых поставщиков.',
  ],
  [
    'a mailing list',
    'Hello,\n\nplease take me off your mailing list. I have asked three times already and I keep receiving these letters every single week, which is more than annoying by now.',
  ],
  ['a warning of his own', 'Осторожно: в договоре ошибка на второй странице.'],
  ['what is external', 'External audit is planned for March, please wait until then.'],
  ['a line he drew', 'Сюда вставить подпись:\n>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>\nВерно?'],
  ['his whole letter below a delimiter', '--\nРоман, отдел закупок'],
  ['a vacation', 'Я в отпуске до 20 января, но вопрос срочный: пришлите договор сегодня.'],
];

export function traps(): readonly MailCase[] {
  return TRAPS.map(([what, body]) => aTextCase('trap', what, body, { text: body }));
}
