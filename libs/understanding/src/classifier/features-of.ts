import { findHours } from '../days/find-hours';
import type { Examined } from '../examine';
import { type Token, tokensOf } from './tokens-of';

/** Something the classifier weighs in a message. */
export interface Feature {
  /** Its kind (`w` word, `b` two words, `c` letters, `r` rule, `x` shape) and what it is. */
  readonly name: string;
  readonly value: number;
  /** The first and the last token it rests on; absent when it is about the message as a whole. */
  readonly tokens?: readonly [first: number, last: number];
}

/** A message as the classifier sees it. */
export interface Seen {
  readonly tokens: readonly Token[];
  readonly features: readonly Feature[];
}

/** Whole words say more than their letters, which are there for endings and slips. */
const WORD_VALUE = 1.6;
const GRAM_VALUE = 1;
const RULE_VALUE = 1;
const SHAPE_VALUE = 0.3;
/** Letters in a row that tell a word whatever its ending or a slip in it. */
const GRAM_LENGTHS = [3, 4, 5];

/**
 * What the classifier weighs in a message: stems, pairs of stems, letters in a row, the rules that matched, and its
 * shape. The longer a message, the less each word of it counts.
 */
export function featuresOf({ body, hints }: Examined): Seen {
  const tokens = tokensOf(body.plain);
  return {
    tokens,
    features: [
      ...shared(tokens.length === 0 ? [] : wordsIn(tokens), WORD_VALUE),
      ...shared(
        tokens.flatMap(({ word }, at) => gramsOf(word, at)),
        GRAM_VALUE,
      ),
      ...[...new Set(hints.map(({ rule }) => rule))].map((rule) => ({ name: `r ${rule}`, value: RULE_VALUE })),
      ...shapeOf(body.plain, tokens).map((name) => ({ name: `x ${name}`, value: SHAPE_VALUE })),
    ],
  };
}

type Standing = Required<Omit<Feature, 'value'>>;

function shared(standing: readonly Standing[], together: number): readonly Feature[] {
  const value = together / Math.sqrt(standing.length);
  return standing.map(({ name, tokens }) => ({ name, tokens, value }));
}

function wordsIn(tokens: readonly Token[]): readonly Standing[] {
  const last = tokens.length - 1;
  const single = tokens.map(({ stem }, at): Standing => ({ name: `w ${stem}`, tokens: [at, at] }));
  const pairs = tokens.map(({ stem }, at): Standing => {
    const next = tokens[at + 1]?.stem ?? '$';
    return { name: `b ${stem} ${next}`, tokens: [at, Math.min(at + 1, last)] };
  });
  return [...single, { name: `b ^ ${tokens[0]?.stem ?? ''}`, tokens: [0, 0] }, ...pairs];
}

function gramsOf(word: string, at: number): readonly Standing[] {
  if (word === '') return [];
  const bounded = `_${word}_`;
  return GRAM_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, bounded.length - length + 1) }, (_, start): Standing => ({
      name: `c ${bounded.slice(start, start + length)}`,
      tokens: [at, at],
    })),
  );
}

/** Letters of neither language. */
const FOREIGN = /[^\u0000-\u024f\u0400-\u045f\u2000-\u2fff\u{1f000}-\u{1ffff}]/u;

function shapeOf(plain: string, tokens: readonly Token[]): readonly string[] {
  const has = (stem: string): boolean => tokens.some((token) => token.stem === stem);
  const shape: readonly (readonly [name: string, holds: boolean])[] = [
    ['any', true],
    [`length ${Math.min(8, Math.round(Math.log2(1 + tokens.length)))}`, true],
    ['asks', has('?')],
    ['ends with ?', tokens.at(-1)?.stem === '?'],
    ['mail', has('<mail>')],
    ['name', has('<name>')],
    ['hours', findHours(plain) !== undefined],
    ['russian', /[а-я]/u.test(plain)],
    ['english', !/[а-я]/u.test(plain) && /[a-z]/u.test(plain)],
    ['foreign', FOREIGN.test(plain)],
  ];
  return shape.filter(([, holds]) => holds).map(([name]) => name);
}
