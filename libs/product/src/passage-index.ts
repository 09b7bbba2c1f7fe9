import MiniSearch from 'minisearch';
import type { Language } from '@app/domain/language';
import { remembering } from '@app/domain/remembering';
import type { Passage, Product } from './product';
import { searchTerms } from './search-terms';

/** A passage that has a term, or one like it. */
export interface Match {
  readonly passage: Passage;
  /** BM25: higher is better. */
  readonly score: number;
  readonly isInHeading: boolean;
}

export interface PassageIndex {
  /** The passages that have a term, best first. */
  readonly matchesOf: (term: string) => readonly Match[];
  /** Terms that so many passages have that they tell none from another. */
  readonly commonTerms: ReadonlySet<string>;
}

/** The index over a product's passages in one language, made once per product object. */
export function passageIndex(product: Product, language: Language): PassageIndex {
  const known = CACHE.get(product) ?? new Map<Language, PassageIndex>();
  CACHE.set(product, known);
  const index = known.get(language) ?? buildIndex(product, language);
  known.set(language, index);
  return index;
}

const CACHE = new WeakMap<Product, Map<Language, PassageIndex>>();

function buildIndex(product: Product, language: Language): PassageIndex {
  const passages = product.knowledge.filter((passage) => passage.language === language);
  const search = new MiniSearch<Passage>({
    fields: ['heading', 'text'],
    tokenize: (text) => [...searchTerms(text, language)],
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (term) => [term],
      boost: { heading: 3 },
      // Stems of one word differ ('карточк', 'карточек'), and contacts mistype.
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 6 ? 1 : false),
      weights: { prefix: 0.6, fuzzy: 0.4 },
    },
  });
  search.addAll(passages);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return {
    matchesOf: remembering((term) =>
      search.search(term).flatMap(({ id, score, match }) => {
        const passage = byId.get(String(id));
        const isInHeading = Object.values(match).some((fields) => fields.includes('heading'));
        return passage ? [{ passage, score, isInHeading }] : [];
      }),
    ),
    commonTerms: commonTerms(passages, language),
  };
}

function commonTerms(passages: readonly Passage[], language: Language): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { heading, text } of passages) {
    for (const term of new Set(searchTerms(`${heading} ${text}`, language)))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const many = Math.max(3, passages.length / 2);
  return new Set([...counts].filter(([, count]) => count > many).map(([term]) => term));
}
