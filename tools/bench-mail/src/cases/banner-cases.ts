import { aTextCase } from './compose-case';
import type { MailCase } from './mail-case';
import { WORDS } from './words';

/** Warnings that mail servers put above a letter from outside. */
const BANNERS: readonly string[] = [
  '[EXTERNAL]',
  '[Внешнее письмо]',
  'Внешнее письмо!',
  'CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you\nrecognize the sender and know the content is safe.',
  "You don't often get email from petr@ladya.example. Learn why this is important<https://aka.ms/LearnAboutSenderIdentification>",
  'Вы нечасто получаете письма от petr@ladya.example. Узнайте, почему это важно<https://aka.ms/LearnAboutSenderIdentification>',
  'ВНИМАНИЕ! Это письмо отправлено внешним отправителем. Не открывайте вложения и не переходите по ссылкам, если не доверяете отправителю.\n________________________________',
  '*** Письмо получено из внешнего источника. ***',
  'Diese E-Mail wurde von einem externen Absender gesendet.',
];

export function banners(): readonly MailCase[] {
  const { answer } = WORDS.ru;
  return BANNERS.map((banner) => aTextCase('banner', banner.slice(0, 40), `${banner}\n\n${answer}`, { text: answer }));
}
