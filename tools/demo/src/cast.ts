import type { Language } from '@app/domain/language';

/** A person the agent writes to in the demo. */
export interface Role {
  readonly name: string;
  readonly company: string;
  /** What stands behind the @ of everybody in that company. */
  readonly domain: string;
}

/** The contact of the demo, in each language. The addresses cannot exist (RFC 2606). */
export const CONTACT: Readonly<Record<Language, Role>> = {
  ru: { name: 'Анна', company: 'Вкусный дом', domain: 'vkusny-dom.example' },
  en: { name: 'Anna', company: 'Tasty Home', domain: 'tasty-home.example' },
};

/** The mailbox the agent writes from and reads. */
export const ACCOUNT = {
  id: 'demo',
  productId: 'otzyvy',
  address: 'sales@otzyvy.example',
  password: 'only for the demo',
};
