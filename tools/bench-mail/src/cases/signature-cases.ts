import { aTextCase, withSignature } from './compose-case';
import type { MailCase } from './mail-case';
import { type CaseLanguage, WORDS } from './words';

const QUOTE: Readonly<Record<'ru' | 'en', string>> = {
  ru: 'пн, 12 янв. 2026 г. в 14:03, Анна <anna@vremya.example>:\n\n> Добрый день!\n',
  en: 'On Mon, Jan 12, 2026 at 2:03 PM Anna <anna@vremya.example> wrote:\n\n> Hello!\n',
};

/** What stands below an answer: a signature, a device's line, a disclaimer, a footer. */
const SIGNATURES: readonly (readonly [what: string, language: 'ru' | 'en', signature: string])[] = [
  ['a delimiter', 'ru', '-- \nПётр Ильин\nООО «Ладья»'],
  ['a delimiter', 'en', '--\nPetr Ilyin | Ladya Ltd.\nhttps://ladya.example'],
  [
    'a card',
    'ru',
    'С уважением,\nПётр Ильин\nдиректор по развитию\nООО «Ладья»\n+7 495 000-00-01 доб. 12\nwww.ladya.example',
  ],
  ['a card', 'en', 'Kind regards,\n\nPetr Ilyin\nHead of Sales\nLadya Ltd.\nM: +7 900 000 00 02 | petr@ladya.example'],
  ['a dash before the closing', 'ru', '---\nС уважением, Пётр Ильин\nмоб. +7 900 000-00-02'],
  ['a closing in one line', 'ru', 'С уважением, Пётр'],
  ['another closing', 'ru', 'Всего доброго,\nПётр'],
  ['thanks and a name', 'ru', 'Заранее спасибо,\nПётр Ильин'],
  ['thanks and a name', 'en', 'Thanks,\nPetr'],
  ['an iPhone', 'ru', 'Отправлено с iPhone'],
  ['an iPad', 'en', 'Sent from my iPad'],
  ['the Mail.ru app', 'ru', '--\nПётр Ильин\nОтправлено из Почты Mail'],
  ['the Mail.ru app for Android', 'ru', 'Отправлено из Mail.ru для Android'],
  ['the Yandex app', 'ru', '-- \nОтправлено из мобильного приложения Яндекс Почты'],
  ['a Samsung', 'ru', 'Отправлено с моего Galaxy'],
  ['a Samsung', 'en', 'Sent from my Galaxy'],
  ['a Xiaomi', 'ru', 'Отправлено с моего Xiaomi'],
  ['a Huawei', 'ru', 'Отправлено с моего телефона HUAWEI'],
  ['the Outlook app', 'ru', 'Получить Outlook для iOS<https://aka.ms/o0ukef>'],
  ['the Outlook app', 'en', 'Get Outlook for Android<https://aka.ms/AAb9ysg>'],
  ['Windows Mail', 'ru', 'Отправлено из приложения "Почта" для Windows'],
  ['Windows Mail', 'en', 'Sent from Mail for Windows'],
  ['K-9 Mail', 'ru', '-- \nПростите за краткость, создано в K-9 Mail.'],
  ['Proton', 'en', 'Sent with Proton Mail secure email.'],
  ['a virus scanner', 'ru', '--\nЭто сообщение проверено на вирусы антивирусом Avast.\nwww.avast.com'],
  ['a virus scanner', 'en', 'Virus-free.www.avast.com'],
  [
    'a disclaimer',
    'ru',
    'С уважением,\nПётр Ильин\n\nНастоящее сообщение и любые приложения к нему предназначены исключительно для адресата и могут содержать конфиденциальную информацию. Если вы получили это письмо по ошибке, пожалуйста, уведомите отправителя и удалите его.',
  ],
  [
    'a disclaimer',
    'en',
    'Best regards,\nPetr\n\nThis e-mail and any attachments are confidential and intended solely for the addressee. If you have received this e-mail in error, please notify the sender and delete it.',
  ],
  ['a printing note', 'en', 'Regards,\nPetr\n\nPlease consider the environment before printing this e-mail.'],
  [
    'a disclaimer of two paragraphs',
    'en',
    'Best regards,\nPetr\n\nThis email is confidential and intended solely for the addressee. Any views or opinions in it are those of the author.\n\nThe recipient should check this email for the presence of viruses. The company accepts no liability for any damage.',
  ],
  [
    'a disclaimer of an offer',
    'ru',
    'Информация, содержащаяся в настоящем письме, не является офертой и не влечёт обязательств для ООО «Ладья».',
  ],
  ['a printing note', 'ru', 'Прежде чем распечатать это письмо, подумайте об экологии!'],
  ['a longer closing', 'ru', 'С уважением к Вам и Вашему делу,\nПётр Ильин'],
  ['his name in the other script', 'ru', 'Пётр Ильин\nдиректор\npetr@ladya.example'],
  ['his initials', 'ru', 'П. Ильин'],
  ['a card on one line', 'en', 'Petr Ilyin | CEO | Ladya Ltd. | +7 900 000 00 02'],
  ['a short closing', 'en', 'KR,\nPetr'],
  ['a Verizon phone', 'en', 'Sent from my Verizon, Samsung Galaxy smartphone'],
  ['an app called Nine', 'en', 'Sent from Nine'],
  ['Zoho', 'en', 'Sent using Zoho Mail'],
  ['the Outlook app in Polish', 'en', 'Pobierz aplikację Outlook dla systemu Android'],
  ['the Outlook app in Ukrainian', 'ru', 'Отримати Outlook для iOS'],
  ['a phone, a name before it', 'en', 'Petr from mobile'],
  ['a device below a signature', 'ru', 'С уважением,\nПётр Ильин\n\nОтправлено с iPhone'],
  [
    "a list's footer",
    'en',
    '_______________________________________________\nusers mailing list\nusers@lists.example\nhttps://lists.example/mailman/listinfo/users',
  ],
];

export function signatures(): readonly MailCase[] {
  const framed = SIGNATURES.flatMap(([what, language, signature]) =>
    signedCases(`${what}, ${language}`, WORDS[language].answer, signature, QUOTE[language]),
  );
  const closings = (Object.keys(WORDS) as CaseLanguage[]).flatMap((language) => {
    const { answer, closing, signed } = WORDS[language];
    return signedCases(`a closing, ${language}`, answer, `${closing}\n${signed}`, '');
  });
  return [...framed, ...closings];
}

function signedCases(name: string, answer: string, signature: string, quote: string): readonly MailCase[] {
  const stripped = aTextCase('signature', name, `${answer}\n\n${signature}\n\n${quote}`, { text: answer });
  return [stripped, withSignature(stripped, `${answer}\n\n${signature}`)];
}
