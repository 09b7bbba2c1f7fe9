import { type Random, shuffled } from '@app/peers/system/random';
import type { Example } from './example';

const EPOCHS = 15;
const LEARNING_RATE = 0.1;
/** Draws every weight towards zero, so that what was seen once does not count for much. */
const DECAY = 1e-3;

/** The weights of each feature, one for each intent. */
export type Weights = ReadonlyMap<string, Float64Array>;

/**
 * Multinomial logistic regression by stochastic gradient descent with a step of its own for each weight (AdaGrad).
 * Learns only features out of `known`; the same random numbers give the same weights.
 */
export function fit(examples: readonly Example[], known: ReadonlySet<string>, random: Random): Weights {
  const intents = examples[0]?.target.length ?? 0;
  const names = [...known];
  const at = new Map(names.map((name, index) => [name, index * intents]));
  const weights = new Float64Array(names.length * intents);
  const squares = new Float64Array(names.length * intents).fill(1e-8);
  const rows = examples.map(({ features, target }) => ({
    target,
    features: [...features].flatMap(([name, value]) => {
      const offset = at.get(name);
      return offset === undefined ? [] : [{ offset, value }];
    }),
  }));

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, target } of shuffled(rows, random)) {
      const sums = sumsOf(features, weights, intents);
      const errors = Array.from(sums, (sum, intent) => sigmoid(sum) - (target[intent] ?? 0));
      for (const { offset, value } of features) step(weights, squares, offset, errors, value);
    }
  }
  return new Map(names.map((name, index) => [name, weights.subarray(index * intents, (index + 1) * intents)]));
}

interface Standing {
  readonly offset: number;
  readonly value: number;
}

function sumsOf(features: readonly Standing[], weights: Float64Array, intents: number): Float64Array {
  const sums = new Float64Array(intents);
  for (const { offset, value } of features) {
    for (let intent = 0; intent < intents; intent++) {
      sums[intent] = (sums[intent] ?? 0) + (weights[offset + intent] ?? 0) * value;
    }
  }
  return sums;
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  offset: number,
  errors: readonly number[],
  value: number,
): void {
  for (const [intent, error] of errors.entries()) {
    const at = offset + intent;
    const weight = weights[at] ?? 0;
    const gradient = error * value + DECAY * weight;
    const square = (squares[at] ?? 0) + gradient * gradient;
    squares[at] = square;
    weights[at] = weight - (LEARNING_RATE * gradient) / Math.sqrt(square);
  }
}
