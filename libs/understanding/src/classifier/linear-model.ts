import { INTENT_TYPES, type IntentType } from '@app/domain/intent';
import type { Feature, Seen } from './features-of';

/** What a trained model knows: for each feature how much it speaks for each intent, in the order of `INTENT_TYPES`. */
export interface LinearModel {
  readonly weights: ArrayLike<number>;
  /** Where those of a feature begin; `undefined` of one that was never learned. */
  readonly offsetOf: (feature: string) => number | undefined;
}

/** How likely it is, 0 to 1, that each intent is meant; several may be, or none. */
export type Chances = Readonly<Record<IntentType, number>>;

/** Weighs what is seen of a message: one logistic regression for each intent. */
export function weigh({ weights, offsetOf }: LinearModel, { features }: Pick<Seen, 'features'>): Chances {
  const sums = new Float64Array(INTENT_TYPES.length);
  for (const { name, value } of features) {
    const offset = offsetOf(name);
    if (offset === undefined) continue;
    for (let type = 0; type < sums.length; type++)
      sums[type] = (sums[type] ?? 0) + (weights[offset + type] ?? 0) * value;
  }
  const chances = INTENT_TYPES.map((type, at) => [type, 1 / (1 + Math.exp(-(sums[at] ?? 0)))] as const);
  return Object.fromEntries(chances) as Record<IntentType, number>;
}

/** How much each token speaks for an intent. */
export function weighTokens(
  { weights, offsetOf }: LinearModel,
  { tokens, features }: Seen,
  type: IntentType,
): readonly number[] {
  const at = INTENT_TYPES.indexOf(type);
  const spoken = tokens.map(() => 0);
  for (const { name, value, tokens: rests } of features) {
    const offset = offsetOf(name);
    if (rests && offset !== undefined) share((weights[offset + at] ?? 0) * value, rests, spoken);
  }
  return spoken;
}

function share(weight: number, [first, last]: NonNullable<Feature['tokens']>, spoken: number[]): void {
  for (let token = first; token <= last; token++) {
    spoken[token] = (spoken[token] ?? 0) + weight / (last - first + 1);
  }
}
