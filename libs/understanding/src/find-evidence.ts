import type { IntentType } from '@app/domain/intent';
import type { Seen } from './classifier/features-of';
import { type LinearModel, weighTokens } from './classifier/linear-model';
import { wordsAt } from './find-wish';

/** The contact's own words that speak most for an intent, in one run; '' when none does. */
export function findEvidence(model: LinearModel, seen: Seen, type: IntentType, written: string): string {
  const run = heaviestRun(weighTokens(model, seen, type));
  const first = run && seen.tokens[run.from];
  const last = run && seen.tokens[run.to];
  if (!first || !last) return '';
  return wordsAt(written, first.index, last.index + last.length - first.index).replace(DANGLING, '');
}

/** A word that only leads to what follows. */
const DANGLING = /\s(?:и|а|но|или|and|but|or|so)$/iu;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The stretch with the largest sum (Kadane). */
function heaviestRun(weights: readonly number[]): Run | undefined {
  let best: Run | undefined;
  let current: Run | undefined;
  for (const [at, weight] of weights.entries()) {
    current =
      current && current.weight > 0
        ? { from: current.from, to: at, weight: current.weight + weight }
        : { from: at, to: at, weight };
    if (current.weight > (best?.weight ?? 0)) best = current;
  }
  return best;
}
