import type { TellOperator } from '@app/domain/effect';
import type { Language } from '@app/domain/language';
import type { Product } from './product';
import { toHtml } from './to-html';

export interface WrittenNotice {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface NoticeFacts {
  readonly product: Pick<Product, 'id' | 'settings'>;
  readonly contact: { readonly id: string; readonly name: string; readonly company: string; readonly address: string };
}

/** Writes the mail that tells the operator what waits, in the operator's language, with the commands that go on from there. */
export function writeNotice(notice: TellOperator, { product, contact }: NoticeFacts): WrittenNotice {
  const { language } = product.settings.operator;
  const words = WORDS[language];
  const about = words.about[notice.about];
  const who = [contact.name, contact.company, contact.address].filter((part) => part !== '').join(', ');
  const text = [
    `${about}.`,
    `${words.contact}: ${who}\n${words.product}: ${product.settings.name[language]}\n${words.because}: ${notice.because}`,
    [words.next, ...commands(notice, contact.id, product.id).map((command) => `sales-agent ${command}`)].join('\n'),
  ].join('\n\n');
  return {
    // A line break in a contact's name must not begin another header.
    subject: `${about}: ${contact.name || contact.address}`.replace(/\s+/g, ' '),
    text,
    html: toHtml(text, language),
  };
}

interface NoticeWords {
  readonly about: Readonly<Record<TellOperator['about'], string>>;
  readonly contact: string;
  readonly product: string;
  readonly because: string;
  readonly next: string;
}

const WORDS: Readonly<Record<Language, NoticeWords>> = {
  ru: {
    about: {
      'handed-over': 'Нужен ваш ответ',
      uncertain: 'Неизвестно, дошло ли письмо',
      'draft-due': 'Черновик ждёт вашего решения',
      'not-written-to': 'Коллеге не написали',
      'awaiting-start': 'Агент не может написать в Telegram первым',
      substitute: 'Контакт в отъезде и назвал, кому писать вместо него',
      'slot-declined': 'Контакт отказался от времени показа',
      unanswered: 'Ответа на вопрос не нашлось, и мы так и написали',
    },
    contact: 'Контакт',
    product: 'Продукт',
    because: 'Причина',
    next: 'Что дальше:',
  },
  en: {
    about: {
      'handed-over': 'Your answer is needed',
      uncertain: 'Nobody knows whether a letter arrived',
      'draft-due': 'A draft waits for your decision',
      'not-written-to': 'A colleague was not written to',
      'awaiting-start': 'The agent cannot write first in Telegram',
      substitute: 'The contact is away and names whom to write to instead',
      'slot-declined': 'The contact declined the time of the demo',
      unanswered: 'A question had no answer, and we said so',
    },
    contact: 'Contact',
    product: 'Product',
    because: 'Reason',
    next: 'What you can do:',
  },
};

function commands({ about, addresses = [] }: TellOperator, id: string, productId: string): readonly string[] {
  const show = `contact show ${id}`;
  switch (about) {
    case 'handed-over':
    case 'unanswered':
      return [show, `contact reply ${id}`, `contact release ${id}`];
    case 'uncertain':
      return [show, 'outbox list'];
    case 'draft-due':
      return ['draft list', show];
    case 'substitute': {
      const add = `contact add --product ${productId} --name NAME --company COMPANY --language LANGUAGE --email`;
      return [...addresses.map((address) => `${add} ${address}`), show];
    }
    case 'not-written-to':
    case 'awaiting-start':
    case 'slot-declined':
      return [show];
    default:
      return about satisfies never;
  }
}
