import type { Language } from '@app/domain/language';
import type { Rules } from '@app/domain/rules';
import type { Product } from './product';

/** What a mail to a contact is made of, besides the effect that asks for it. */
export interface MailFacts {
  readonly product: Product;
  readonly rules: Rules;
  readonly contact: MailContact;
  /** The contact who pointed us here. */
  readonly referrer: { readonly name: string; readonly company: string } | null;
  /** The conversation's token. */
  readonly token: string;
  readonly telegram: {
    /** Where the contact goes on in Telegram; '' where that is not offered. */
    readonly link: string;
    /** The links of colleagues the contact may pass on, by their addresses. */
    readonly invitations: ReadonlyMap<string, string>;
  };
  /** The address the contact is written from; '' where the product has no mail account. */
  readonly accountAddress: string;
  readonly now: Date;
}

/** Where Telegram is not offered. */
export const NO_TELEGRAM: MailFacts['telegram'] = { link: '', invitations: new Map() };

export interface MailContact {
  readonly name: string;
  readonly company: string;
  readonly language: Language;
  /** The e-mail address; '' when there is none. */
  readonly address: string;
  /** Products or topics, in the operator's words. */
  readonly interests: readonly string[];
  /** '' when not stated. */
  readonly consent: { readonly source: string; readonly ground: string };
}
