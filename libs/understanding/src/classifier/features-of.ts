import { findHours } from '../days/find-hours';
import type { Examined } from '../examine';
import { remembering } from '@app/domain/remembering';
import { type Token, tokensOf } from './tokens-of';

/** Something the classifier weighs in a message. */
export interface Feature {
  /** Its kind (`w` word, `b` two words, `s` two words around a third, `c` letters, `r` rule, `q` two rules, `x` shape) and what it is. */
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
const RULE_PAIR_VALUE = 0.7;
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
      ...shared(gramsIn(tokens), GRAM_VALUE),
      ...rulesIn(hints),
      ...shapeOf(body.plain, tokens).map((name) => ({ name: `x ${name}`, value: SHAPE_VALUE })),
    ],
  };
}

/** What two rules say together may be the contrary of what either says alone. */
function rulesIn(hints: Examined['hints']): readonly Feature[] {
  const rules = [...new Set(hints.map(({ rule }) => rule))].sort();
  const pairs = rules.flatMap((rule, at) => rules.slice(at + 1).map((other) => `q ${rule} ${other}`));
  return [
    ...rules.map((rule) => ({ name: `r ${rule}`, value: RULE_VALUE })),
    ...pairs.map((name) => ({ name, value: RULE_PAIR_VALUE })),
  ];
}

type Standing = readonly [name: string, tokens: NonNullable<Feature['tokens']>];

function shared(standing: readonly Standing[], together: number): readonly Feature[] {
  const value = together / Math.sqrt(standing.length);
  return standing.map(([name, tokens]) => ({ name, tokens, value }));
}

function wordsIn(tokens: readonly Token[]): readonly Standing[] {
  const last = tokens.length - 1;
  const single = tokens.map(({ stem }, at): Standing => [`w ${stem}`, [at, at]]);
  const around = tokens.slice(0, -2).map(({ stem }, at): Standing => {
    return [`s ${stem} ${tokens[at + 2]?.stem ?? ''}`, [at, at + 2]];
  });
  const pairs = tokens.map(({ stem }, at): Standing => {
    const next = tokens[at + 1]?.stem ?? '$';
    return [`b ${stem} ${next}`, [at, Math.min(at + 1, last)]];
  });
  return [...around, ...single, [`b ^ ${tokens[0]?.stem ?? ''}`, [0, 0]], ...pairs];
}

function gramsIn(tokens: readonly Token[]): readonly Standing[] {
  return tokens.flatMap(({ word }, at) => {
    const alone = [at, at] as const;
    return gramsOf(word).map((name): Standing => [name, alone]);
  });
}

const gramsOf = remembering((word): readonly string[] => {
  if (word === '') return [];
  const bounded = `_${word}_`;
  return GRAM_LENGTHS.flatMap((length) =>
    Array.from(
      { length: Math.max(0, bounded.length - length + 1) },
      (_, start) => `c ${bounded.slice(start, start + length)}`,
    ),
  );
});

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
