import { INTENT_TYPES } from '@app/domain/intent';
import { featuresOf } from '@app/understanding/classifier/features-of';
import { examine } from '@app/understanding/examine';
import type { LabelledMessage } from './labelled-message';

/** A message to learn from: what is seen of it, and what it means. */
export interface Example {
  readonly features: ReadonlyMap<string, number>;
  /** How much of it is meant by each intent, in the order of `INTENT_TYPES`; together 1. */
  readonly target: readonly number[];
}

/** What is meant besides is meant a little less. */
const BESIDES = 0.8;

export function toExample({ text, accept: [first, ...besides] }: LabelledMessage): Example {
  const features = new Map<string, number>();
  for (const { name, value } of featuresOf(examine(text, [])).features) {
    features.set(name, (features.get(name) ?? 0) + value);
  }
  const shareOf = (type: (typeof INTENT_TYPES)[number]): number =>
    type === first ? 1 : besides.includes(type) ? BESIDES : 0;
  return { features, target: INTENT_TYPES.map((type) => shareOf(type)) };
}
