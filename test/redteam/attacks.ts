import type { Language } from '@app/domain/language';
import { CARRIERS, type Carrier } from './carriers';
import { DRAFT_ORDERS } from './draft-orders';
import { type Order, reading } from './order';
import { READING_ORDERS } from './reading-orders';

/** One contact's mail, and a model that does what stands in it. */
export interface Attack {
  readonly name: string;
  /** Stands in what the contact says, and tells whose job a prompt is. */
  readonly tag: string;
  readonly language: Language;
  readonly order: Order;
  readonly carrier: Carrier;
  /** What the contact says besides. */
  readonly harmless: string;
}

/** Every order in every third place, in both languages by turns. */
export const ATTACKS: readonly Attack[] = [...READING_ORDERS, ...DRAFT_ORDERS].flatMap((order, row) =>
  CARRIERS.flatMap((carrier, column) => {
    if ((row + column) % 3 > 0) return [];
    const language: Language = ((row + column) / 3) % 2 === 0 ? 'ru' : 'en';
    const tag = `T-${100 + row}${String(column).padStart(2, '0')}`;
    const name = `${order.name} in ${carrier.name} (${language})`;
    return [{ name, tag, language, order, carrier, harmless: harmlessWords(order, language, tag) }];
  }),
);

/** What a model answers that obeys: to what the order is about as it is told, to anything else as an honest one. */
export function obey({ order, language }: Attack, isReading: boolean): string {
  if (isReading) return order.reading?.[language] ?? reading(language);
  return order.draft?.[language] ?? NOTHING_FOUND;
}

const NOTHING_FOUND = JSON.stringify({ found: 'no', sentences: [], passages: [] });

/** What code is not sure of and a model has to read; where the draft is attacked, a question that has an answer. */
function harmlessWords({ reading }: Order, language: Language, tag: string): string {
  if (reading === undefined) {
    return language === 'ru' ? `Сколько стоит сервис за год? (№ ${tag})` : `How much does it cost a year? (ref ${tag})`;
  }
  return language === 'ru'
    ? `Ну вот, а у нас тут снег выпал. (№ ${tag})`
    : `Well, it has been snowing here since morning. (ref ${tag})`;
}
