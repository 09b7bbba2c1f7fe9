import type { Colleague } from '@app/domain/event';
import type { Letter } from '@app/domain/letter';

/** What had to be looked up for an event. */
export interface EventInputs {
  readonly answerReplaceable: boolean;
  /** Those of the mail a command is about. */
  readonly letters: readonly Letter[];
  /** Whom an absence names, as they stand. */
  readonly substitutes: readonly Colleague[];
  /** Whether who pressed Start has said stop, here or elsewhere. */
  readonly suppressed: boolean;
}

export const NOTHING_LOOKED_UP: EventInputs = {
  answerReplaceable: false,
  letters: [],
  substitutes: [],
  suppressed: false,
};
