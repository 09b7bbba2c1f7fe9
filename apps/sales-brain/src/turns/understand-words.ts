import type { Reading } from '@app/domain/reading';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { findPassages } from '@app/product/find-passages';
import type { Product } from '@app/product/product';
import { readOffline } from '@app/understanding/read-offline';

/** What the words of a message say, and which passages answer its question. */
export interface Understood {
  readonly reading: Reading;
  readonly passages: readonly string[];
}

/** Who wrote the words, when, and about what. */
export interface WordsContext {
  readonly at: Date;
  readonly contact: Contact;
  readonly product: Product;
  /** The address the contact is written from. */
  readonly accountAddress: string;
}

const MOST_PASSAGES = 2;

/** Reads words with the offline engine and looks for their answer in the product's knowledge. Pure, about 1.5 ms. */
export function understandWords(text: string, { at, contact, product, accountAddress }: WordsContext): Understood {
  const reading = readOffline(text, {
    now: at,
    timeZone: product.settings.timeZone,
    ownAddresses: [accountAddress, ...contact.addresses],
  });
  const asks = reading.intents.some(({ type }) => type === 'question');
  const passages = asks ? findPassages(product, text, contact.language, MOST_PASSAGES) : [];
  return { reading, passages: passages.map(({ id }) => id) };
}
