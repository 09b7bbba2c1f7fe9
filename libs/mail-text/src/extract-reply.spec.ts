import { extractReply } from './extract-reply';
import { parseMail } from './parse-mail';
import { aMail } from './testing/a-mail';
import { markedWith, OFFER, QUOTED_OFFER } from './testing/a-quote';

const ANSWER = 'Спасибо, пришлите презентацию.';

async function read(body: string, headers: Record<string, string> = {}) {
  return extractReply(await parseMail(aMail({ body, headers })), { signature: 'strip' });
}

describe('a contact who answers above the quote', () => {
  it.each([
    ['Gmail', `${ANSWER}\n\nпн, 12 янв. 2026 г. в 14:03, Анна <anna@vremya.example>:\n\n${QUOTED_OFFER}`],
    [
      'Gmail, wrapped',
      `${ANSWER}\n\nпн, 12 янв. 2026 г. в 14:03, Анна Светлова <\nanna@vremya.example>:\n\n${QUOTED_OFFER}`,
    ],
    ['old Gmail', `${ANSWER}\n12.01.2026 14:03 пользователь "Анна" <anna@vremya.example> написал:\n\n${QUOTED_OFFER}`],
    [
      'Gmail in English',
      `${ANSWER}\n\nOn Mon, Jan 12, 2026 at 2:03 PM Anna <anna@vremya.example> wrote:\n\n${QUOTED_OFFER}`,
    ],
    [
      'Outlook',
      `${ANSWER}\n\nОт: Анна <anna@vremya.example>\nОтправлено: 12 января 2026 г. 14:03\nКому: petr@ladya.example\nТема: Учёт\n\n${OFFER}`,
    ],
    [
      'Outlook in English',
      `${ANSWER}\n\nFrom: Anna <anna@vremya.example>\nSent: Monday, January 12, 2026 2:03 PM\nTo: petr@ladya.example\nSubject: Offer\n\n${OFFER}`,
    ],
    [
      'Outlook on the web',
      `${ANSWER}\n________________________________\nОт: Анна\nОтправлено: 12 января 2026 г. 14:03:07\nКому: petr@ladya.example\nТема: Учёт\n\n${OFFER}`,
    ],
    [
      'Outlook in German',
      `${ANSWER}\n\nVon: Anna <anna@vremya.example>\nGesendet: Montag, 12. Januar 2026 14:03\nAn: petr@ladya.example\nBetreff: Zeit\n\n${OFFER}`,
    ],
    [
      'Apple Mail',
      `${ANSWER}\n\n> 12 янв. 2026 г., в 14:03, Анна <anna@vremya.example> написал(а):\n> \n${QUOTED_OFFER}`,
    ],
    [
      'Apple Mail in English',
      `${ANSWER}\n\n> On Jan 12, 2026, at 14:03, Anna <anna@vremya.example> wrote:\n> \n${QUOTED_OFFER}`,
    ],
    [
      'Mail.ru',
      `${ANSWER}\n\n \n>Понедельник, 12 января 2026, 14:03 +03:00 от Анна <anna@vremya.example>:\n> \n${QUOTED_OFFER}`,
    ],
    [
      'the Mail.ru app',
      `${ANSWER}\n\nпонедельник, 12 января 2026 г., 14:03 +0300 от Анна anna@vremya.example:\n${QUOTED_OFFER}`,
    ],
    ['Thunderbird', `${ANSWER}\n\n12.01.2026 14:03, Анна пишет:\n${QUOTED_OFFER}`],
    ['The Bat!', `${ANSWER}\n\nВы писали 12 января 2026 г., 14:03:07:\n\n${QUOTED_OFFER}`],
    [
      'The Bat! with initials',
      `${ANSWER}\n\nMonday, January 12, 2026, 2:03:07 PM, you wrote:\n\n${markedWith('АС> ')}`,
    ],
    ['Roundcube', `${ANSWER}\n\nАнна Светлова писал(а) 2026-01-12 14:03:\n${QUOTED_OFFER}`],
    ['Roundcube in English', `${ANSWER}\n\nOn 2026-01-12 14:03, Anna wrote:\n\n${QUOTED_OFFER}`],
    [
      'Zimbra',
      `${ANSWER}\n\nОт: "Анна" <anna@vremya.example>\nКому: "petr" <petr@ladya.example>\nОтправлено: Понедельник, 12 Январь 2026 г 14:03:07\nТема: Учёт\n\n${OFFER}`,
    ],
    [
      'Notes',
      `${ANSWER}\n\n-----Анна написал(а): -----\nКому: petr@ladya.example\nОт: Анна\nДата: 12.01.2026 14:03\nТема: Учёт\n\n${OFFER}`,
    ],
    ['Zoho', `${ANSWER}\n\n---- On Mon, 12 Jan 2026 14:03:07 +0300 Anna <anna@vremya.example> wrote ----\n\n${OFFER}`],
    [
      'Yahoo',
      `${ANSWER}\n\n    On Monday, January 12, 2026 at 02:03:07 PM GMT+3, Anna <anna@vremya.example> wrote:  \n \n ${OFFER}`,
    ],
    [
      'Samsung',
      `${ANSWER}\n\n-------- Исходное сообщение --------\nОт: Анна <anna@vremya.example> \nДата: 12.01.26  14:03  (GMT+03:00) \nКому: petr@ladya.example \nТема: Учёт \n\n${OFFER}`,
    ],
    [
      'Gmail in German',
      `${ANSWER}\n\nAm Mo., 12. Jan. 2026 um 14:03 Uhr schrieb Anna <anna@vremya.example>:\n\n${QUOTED_OFFER}`,
    ],
    [
      'Gmail in French',
      `${ANSWER}\n\nLe lun. 12 janv. 2026 à 14:03, Anna <anna@vremya.example> a écrit :\n\n${QUOTED_OFFER}`,
    ],
    [
      'Gmail in Spanish',
      `${ANSWER}\n\nEl lun, 12 ene 2026 a las 14:03, Anna (<anna@vremya.example>) escribió:\n\n${QUOTED_OFFER}`,
    ],
    [
      'Gmail in Polish',
      `${ANSWER}\n\npon., 12 sty 2026 o 14:03 Anna <anna@vremya.example> napisał(a):\n\n${QUOTED_OFFER}`,
    ],
    [
      'Gmail in Ukrainian',
      `${ANSWER}\n\nпн, 12 січ. 2026 р. о 14:03 Анна <anna@vremya.example> пише:\n\n${QUOTED_OFFER}`,
    ],
    ['Yahoo in Russian', `${ANSWER}\n\n12 января 2026 г. в 14:03:07 GMT+3 Анна <a@v.example> написал(-а):\n\n${OFFER}`],
    [
      'Apple Mail in Polish',
      `${ANSWER}\n\nWiadomość napisana przez Anna <a@v.example> w dniu 12.01.2026, o godz. 14:03:\n\n${QUOTED_OFFER}`,
    ],
    [
      'Gmail in Italian',
      `${ANSWER}\n\nIl giorno lun 12 gen 2026 alle ore 14:03 Anna <\na@v.example> ha scritto:\n\n${OFFER}`,
    ],
    ['Gmail in Hungarian', `${ANSWER}\n\nAnna <a@v.example> ezt írta (időpont: 2026. jan. 12., H, 14:03):\n\n${OFFER}`],
    ['Gmail in Chinese', `${ANSWER}\n\nAnna <a@v.example> 于2026年1月12日周一 14:03写道：\n\n${QUOTED_OFFER}`],
    [
      'Outlook in Chinese',
      `${ANSWER}\n\n发件人： Anna <a@v.example>\n发送时间： 2026年1月12日 14:03\n收件人： p\n主题： X\n\n${OFFER}`,
    ],
    ['GroupWise', `${ANSWER}\n\n>>> Anna <a@v.example> 12.01.2026 14:03 >>>\n${OFFER}`],
    ['a help desk', `${ANSWER}\n\n##- Пожалуйста, введите ответ выше этой строки -##\n\n${OFFER}`],
  ])('is heard without the quote: %s', async (_client, body) => {
    expect((await read(body)).text).toBe(ANSWER);
  });
});

describe('a contact who answers below or between the quoted lines', () => {
  it('is heard when all stands below', async () => {
    const body = `В письме от 12 января 2026 г. 14:03:07 MSK пользователь Анна \nнаписал:\n${QUOTED_OFFER}\n\n${ANSWER}\n`;
    expect((await read(body)).text).toBe(ANSWER);
  });

  it('is heard in every place between', async () => {
    const body = '12.01.2026 14:03, Анна пишет:\n> Сколько вас?\n\nСорок.\n\n> Когда созвонимся?\nВ среду.\n> Анна';
    expect(await read(body)).toEqual({
      text: 'Сорок.\n\nВ среду.',
      hasOwnWords: true,
      quotedText: '12.01.2026 14:03, Анна пишет:\n> Сколько вас?\n\n> Когда созвонимся?\n\n> Анна',
      forwardedText: '',
      signature: '',
    });
  });
});

describe('a contact who forwards a letter', () => {
  it.each([
    [
      'Gmail',
      `${ANSWER}\n\n---------- Forwarded message ---------\nОт: Банк <bank@bank.example>\nDate: пн, 12 янв. 2026 г. в 09:02\nSubject: Счёт\nTo: <petr@ladya.example>\n\nОплатите.`,
    ],
    [
      'Apple Mail',
      `${ANSWER}\n\n> Начало переадресованного сообщения:\n> \n> От: Банк <bank@bank.example>\n> Тема: Счёт\n> \n> Оплатите.`,
    ],
    [
      'Mail.ru',
      `${ANSWER}\n\n\n-------- Пересылаемое сообщение --------\nОт кого: Банк <bank@bank.example>\nКому: petr@ladya.example\nТема: Счёт\n\nОплатите.`,
    ],
    [
      'Thunderbird',
      `${ANSWER}\n\n-------- Перенаправленное сообщение --------\nТема: \tСчёт\nДата: \tMon, 12 Jan 2026 14:03:07 +0300\nОт: \tБанк <bank@bank.example>\n\nОплатите.`,
    ],
    [
      'The Bat!',
      `${ANSWER}\n\nЭто пересланное сообщение\nОт: Банк <bank@bank.example>\nКому: p\nДата: 12 января 2026 г., 9:02:11\nТема: Счёт\n\n===8<============== Начало текста оригинального сообщения ===============\nОплатите.`,
    ],
    [
      'Notes',
      `${ANSWER}\n\n----- Forwarded by Bank/BANK on 12.01.2026 09:02 -----\n\nFrom: Bank\nTo: p\nSubject: Bill\n\nPay.`,
    ],
  ])('is heard by the comment alone: %s', async (_client, body) => {
    expect((await read(body)).text).toBe(ANSWER);
  });

  it('says without a comment what stands in the letter, which is not his own', async () => {
    const reply = await read(
      '-------- Пересылаемое сообщение --------\n12.01.2026, 09:02, "Банк" <b@bank.example>:\n\nОплатите.\n\n---------- Forwarded message ---------\nFrom: Shop <s@shop.example>\nSubject: Order\n\nPaid?\n\n-------- Конец пересылаемого сообщения --------',
    );
    expect(reply).toMatchObject({
      text: '',
      hasOwnWords: false,
      forwardedText: expect.stringMatching(/^Оплатите\.[^]*Paid\?$/),
    });
  });

  it('says nothing with a quote alone: what stands in it is ours', async () => {
    expect(await read(QUOTED_OFFER)).toMatchObject({ text: '', hasOwnWords: false, forwardedText: '' });
  });

  it('says nothing of his own without a comment, and the forwarded letter is kept as quoted', async () => {
    const reply = await read(
      '---------- Forwarded message ---------\nFrom: Bank <b@bank.example>\nDate: Mon\nSubject: Bill\n\nPay.',
    );
    expect(reply).toMatchObject({ text: '', hasOwnWords: false });
    expect(reply.quotedText).toContain('Pay.');
  });
});

describe('a contact with a signature', () => {
  it.each([
    ['a delimiter', '-- \nПётр Ильин\nООО «Ладья»'],
    ['a closing', 'С уважением,\nПётр Ильин\nДиректор по развитию\n+7 495 000-00-01'],
    ['a closing in English', 'Best regards,\nPetr Ilyin\nHead of Sales'],
    ['a closing and a name on one line', 'С ув., Пётр'],
    ['an iPhone', 'Отправлено с iPhone'],
    ['an iPhone in English', 'Sent from my iPhone'],
    ['an Android', 'Отправлено с моего устройства Galaxy'],
    ['the Outlook app', 'Получите Outlook для Android<https://aka.ms/x>'],
    ['the Yandex app', '-- \nОтправлено из мобильной Яндекс Почты'],
    ['an antivirus', '---\nЭто сообщение проверено на вирусы антивирусом.\nwww.antivirus.example'],
    [
      'a disclaimer',
      'С уважением,\nПётр\n\nЭто сообщение конфиденциально и предназначено исключительно для адресата.\nЕсли вы не являетесь адресатом, удалите его.',
    ],
    ['his own name and contacts', 'Petr Ilyin\nООО «Ладья»\nтел. +7 495 000-00-01\nwww.ladya.example'],
  ])('is heard without it: %s', async (_signature, signature) => {
    const reply = await read(`${ANSWER}\n\n${signature}\n\n12.01.2026 14:03, Анна пишет:\n${QUOTED_OFFER}`);
    expect(reply.text).toBe(ANSWER);
    expect(reply.signature.replace(/\s+/g, ' ')).toBe(signature.replace(/\s+/g, ' '));
  });

  it('keeps it in the text when asked to', async () => {
    const mail = await parseMail(aMail({ body: `${ANSWER}\n\n-- \nПётр` }));
    expect(extractReply(mail, { signature: 'keep' })).toEqual({
      text: `${ANSWER}\n\n--\nПётр`,
      hasOwnWords: true,
      quotedText: '',
      forwardedText: '',
      signature: '',
    });
  });

  it('is heard when a postscript or a last word follows it', async () => {
    expect((await read(`${ANSWER}\n\nС уважением,\nПётр\n\nP.S. Больше не пишите.`)).text).toContain(
      'Больше не пишите.',
    );
    expect((await read(`${ANSWER}\n\nС уважением,\nПётр\n\nНе пишите мне больше`)).text).toContain(
      'Не пишите мне больше',
    );
    expect((await read('Здравствуйте!\n\nС уважением,\nПётр\n\nНет')).text).toContain('Нет');
    expect((await read('Здравствуйте!\n\nНет\nОтправлено с iPhone')).text).toContain('Нет');
    expect((await read(`${ANSWER}\n\n-- \nПётр\n\nPS Больше не пишите.`)).text).toContain('Больше не пишите.');
  });

  it('says nothing of his own when nothing but signature and quote is there', async () => {
    expect((await read(`Отправлено с iPhone\n\n${QUOTED_OFFER}`)).text).toBe('');
  });
});

describe('a contact whose words only look like a quote or a signature', () => {
  it.each([
    [
      'a chat log in a first letter',
      '12.01.2026 14:03, Оператор пишет: ждите\n12.01.2026 16:40, я пишу: звонка не было\n\nСколько ждать?',
    ],
    [
      'a date and an address',
      '12.01.2026 в 14:03 нам звонили с адреса anna@vremya.example:\nпросим больше не звонить.',
    ],
    ['what he wrote himself', '12.01.2026 в 14:03 я вам писал:\nне звоните мне.'],
    ['a sentence with "On"', 'On the other hand, at 14:03 we agreed.\nOn average it works.'],
    ['a second question below a rule', 'Первый вопрос: цена?\n--------\nВторой вопрос: срок?'],
    ['the way of a parcel', 'Сколько стоит?\n\nОт: Москва\nКому: Иванов\nДата: 12.01\nВес: 3 кг'],
    ['wishes without a name', 'Пришлите цену.\n\nХорошего дня!'],
    ['a list with dashes', 'Нужно:\n-- доступ\n-- цена'],
    ['a rule in the middle', 'Нужно: доступ\n---\nИ ещё вопрос: сколько это стоит?'],
    ['respect in a sentence', 'С уважением отношусь к вашей работе, но нет.'],
    ['a sentence about a device', 'Файл готов.\n\nSent from my desk, which is easier than my phone.'],
    ['a question how to leave', 'Здравствуйте.\n\nЧто сделать, чтобы отписаться от рассылки?'],
    ['a colleague to write to', 'Пишите коллеге:\n\nИван Петров\nivan@ladya.example\n+7 900 000-00-02'],
    ['thanks alone', 'Спасибо!'],
    ['a goodbye alone', 'До свидания!'],
  ])('is heard in full: %s', async (_trap, body) => {
    expect((await read(body)).text).toBe(body);
  });
});
