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
  /** The address the contact is written from. */
  readonly accountAddress: string;
  readonly now: Date;
}

export interface MailContact {
  readonly name: string;
  readonly company: string;
  readonly language: Language;
  readonly address: string;
  /** Products or topics, in the operator's words. */
  readonly interests: readonly string[];
  /** '' when not stated. */
  readonly consent: { readonly source: string; readonly ground: string };
}
