import { INTENT_TYPES } from '@app/domain/intent';
import type { LinearModel } from './linear-model';

/** A model as it is kept: text that shows in a difference which features changed. */
export interface ModelFile {
  readonly intents: readonly string[];
  /** How much one step of a digit weighs. */
  readonly step: number;
  /** One digit for each intent, then the feature; in the order of the features. */
  readonly features: readonly string[];
}

/** Steps from -43 to 43; no quote and no backslash, which JSON would double. */
const DIGITS = "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz";
const MIDDLE = Math.floor(DIGITS.length / 2);
const WIDTH = INTENT_TYPES.length;

/** Rounds weights to the steps that can be kept; features that speak for nothing are left out. */
export function toModelFile(weights: ReadonlyMap<string, ArrayLike<number>>, step: number): ModelFile {
  const stepsOf = (each: ArrayLike<number>): readonly number[] =>
    Array.from(each, (weight) => Math.max(-MIDDLE, Math.min(MIDDLE, Math.round(weight / step))));
  const features = [...weights]
    .map(([feature, each]) => ({ feature, steps: stepsOf(each) }))
    .filter(({ steps }) => steps.some((steps) => steps !== 0))
    .sort((one, other) => (one.feature < other.feature ? -1 : 1))
    .map(({ feature, steps }) => `${steps.map((count) => DIGITS.charAt(MIDDLE + count)).join('')}${feature}`);
  return { intents: INTENT_TYPES, step, features };
}

/** The model of a file; throws when it was trained for other intents. */
export function fromModelFile({ intents, step, features }: ModelFile): LinearModel {
  if (intents.join() !== INTENT_TYPES.join()) {
    throw new Error(`The model was trained for ${intents.join(', ')}; run npm run train.`);
  }
  const weightOf = new Map(Array.from(DIGITS, (digit, at) => [digit, (at - MIDDLE) * step]));
  const weights = new Float64Array(features.length * WIDTH);
  for (const [at, line] of features.entries()) {
    for (let intent = 0; intent < WIDTH; intent++) {
      weights[at * WIDTH + intent] = weightOf.get(line.charAt(intent)) ?? 0;
    }
  }
  const offsets = new Map(features.map((line, at) => [line.slice(WIDTH), at * WIDTH]));
  return { weights, offsetOf: (feature) => offsets.get(feature) };
}
