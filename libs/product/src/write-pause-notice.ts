import type { Language } from '@app/domain/language';
import type { Product } from './product';
import { toHtml } from './to-html';
import type { WrittenNotice } from './write-notice';

/** A mail account that nothing leaves from until the operator resumes it. */
export interface PausedAccount {
  readonly address: string;
  /** A sentence. */
  readonly because: string;
}

/** Writes the mail that tells the operator of a paused account, in the operator's language. */
export function writePauseNotice({ settings }: Pick<Product, 'settings'>, account: PausedAccount): WrittenNotice {
  const { language } = settings.operator;
  const words = WORDS[language];
  const { address, because } = account;
  const text = [
    `${words.about}.`,
    `${words.account}: ${address}\n${words.product}: ${settings.name[language]}\n${words.because}: ${because}`,
    words.waits,
    [words.next, `sales-agent account check ${address}`, `sales-agent account resume ${address}`].join('\n'),
  ].join('\n\n');
  return { subject: `${words.about}: ${address}`, text, html: toHtml(text, language) };
}

interface PauseWords {
  readonly about: string;
  readonly account: string;
  readonly product: string;
  readonly because: string;
  readonly waits: string;
  readonly next: string;
}

const WORDS: Readonly<Record<Language, PauseWords>> = {
  ru: {
    about: 'Письма больше не уходят с этого ящика',
    account: 'Ящик',
    product: 'Продукт',
    because: 'Причина',
    waits: 'Его письма ждут, ни одно не пропало; остальные ящики работают.',
    next: 'Что дальше:',
  },
  en: {
    about: 'No letter leaves from this mailbox any more',
    account: 'Mailbox',
    product: 'Product',
    because: 'Reason',
    waits: 'Its letters wait, and none is lost; the other mailboxes go on.',
    next: 'What you can do:',
  },
};
