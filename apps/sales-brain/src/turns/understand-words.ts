import type { Memory } from '@app/domain/memory';
import type { Reading } from '@app/domain/reading';
import type { OfflineDoubts } from '@app/domain/reads-by-model';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { daysOffFrom } from '@app/product/days-off';
import { findPassages } from '@app/product/find-passages';
import type { Product } from '@app/product/product';
import { isSure } from '@app/understanding/is-sure';
import { assessOffline, type ReadingContext } from '@app/understanding/read-offline';

/** What the words of a message say, how sure that is, and which passages answer its question. */
export interface Understood {
  readonly reading: Reading;
  readonly doubts: OfflineDoubts;
  readonly passages: readonly string[];
}

/** Who wrote the words, when, and about what. */
export interface WordsContext {
  readonly at: Date;
  readonly contact: Contact;
  readonly product: Product;
  /** The address the contact is written from. */
  readonly accountAddress: string;
  /** After an offer of slots "Thursday" is about the demo. */
  readonly memory: Pick<Memory, 'offered' | 'slot'>;
}

const MOST_PASSAGES = 2;

/** Reads words with the offline engine and looks for their answer in the product's knowledge. Pure, about 1.5 ms. */
export function understandWords(text: string, context: WordsContext): Understood {
  const { reading, hintsAtStop } = assessOffline(text, contextOf(context));
  const doubts = { isSure: isSure(reading), hintsAtStop };
  return { reading, doubts, passages: passagesFor(reading, text, context) };
}

/** What any reader of the words has to know. */
export function contextOf({ at, contact, product, accountAddress, memory }: WordsContext): ReadingContext {
  const timeZone = contact.timeZone ?? product.settings.timeZone;
  return {
    now: at,
    timeZone,
    daysOff: daysOffFrom(product.settings.holidays, at, timeZone),
    ownAddresses: [accountAddress, ...contact.addresses],
    offered: memory.offered,
    booked: memory.slot !== null,
  };
}

/** Ids of the passages that answer the words, best first; none where nothing is asked. */
export function passagesFor(
  { intents, language }: Reading,
  text: string,
  { contact, product }: Pick<WordsContext, 'contact' | 'product'>,
): readonly string[] {
  if (!intents.some(({ type }) => type === 'question')) return [];
  return findPassages(product, text, language ?? contact.language, MOST_PASSAGES).map(({ id }) => id);
}
