import type { Contact } from '@app/persistence/contacts/contact.schema';
import { findPassages } from '@app/product/find-passages';
import type { Product } from '@app/product/product';

const MOST_PASSAGES = 4;

/** Ids of the passages a model may draft an opening letter from: about the contact's interests, else the first ones. */
export function openingPassages(product: Product, { interests, language }: Contact): readonly string[] {
  const about = interests.flatMap((interest) => findPassages(product, interest, language, MOST_PASSAGES));
  const first = product.knowledge.filter((passage) => passage.language === language);
  return [...new Set([...about, ...first].map(({ id }) => id))].slice(0, MOST_PASSAGES);
}
