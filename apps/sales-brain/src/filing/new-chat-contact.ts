import { randomUUID } from 'node:crypto';
import type { Language } from '@app/domain/language';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { NewConversation } from '@app/persistence/contacts/open-conversation';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { Product } from '@app/product/product';
import { newColleague } from '../turns/new-colleague';
import { newConversation } from '../turns/new-conversation';

interface ChatContactFacts {
  readonly product: Product;
  /** Who passed our link on. */
  readonly referrer: Contact | null;
  /** The mail account the operator is told from; '' where the product has none. */
  readonly accountId: string;
}

/**
 * A contact made of what Telegram tells of somebody who came by themselves. After Start we open the conversation; words
 * are answered. Of what was said to whoever passed our link on nothing is theirs.
 */
export function newChatContact(message: InboundMessage, facts: ChatContactFacts): NewConversation {
  const { chat, fromName: name, storedAt } = message;
  const { product, referrer } = facts;
  const language = languageOf(chat?.languageCode ?? '', product);
  const cameBy = chat?.happening.type === 'started' ? 'awaiting-start' : 'awaiting-reply';
  if (referrer) {
    const colleague = newColleague(referrer, message.from, storedAt);
    return { ...colleague, contact: { ...colleague.contact, name, language }, cameBy };
  }
  const opened = newConversation({
    _id: randomUUID(),
    productId: product.id,
    name,
    company: '',
    language,
    addresses: [message.from],
    telegram: null,
    companyDomain: '',
    timeZone: null,
    interests: [],
    consent: CONSENT[language],
    notes: [],
    accountId: facts.accountId,
    referredBy: null,
    stoppedAt: null,
    revision: 0,
    createdAt: storedAt,
  });
  return { ...opened, cameBy };
}

function languageOf(tag: string, { settings }: Product): Language {
  if (tag === '') return settings.operator.language;
  return tag.toLowerCase().split('-')[0] === 'ru' ? 'ru' : 'en';
}

/** As a first message may show it. */
const CONSENT: Readonly<Record<Language, Contact['consent']>> = {
  ru: { source: 'вы написали нам в Telegram', ground: 'ваше обращение' },
  en: { source: 'you wrote to us in Telegram', ground: 'your own request' },
};
