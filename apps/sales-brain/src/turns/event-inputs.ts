import type { Colleague } from '@app/domain/event';
import type { Letter } from '@app/domain/letter';
import type { Channel } from '@app/domain/channel';

/** What had to be looked up for an event. */
export interface EventInputs {
  readonly answerReplaceable: boolean;
  readonly about: AboutLetter;
  /** Whom an absence names, as they stand. */
  readonly substitutes: readonly Colleague[];
  /** Whether who pressed Start has said stop, here or elsewhere. */
  readonly suppressed: boolean;
}

/** What a command is about, if it is about what was written. */
export interface AboutLetter {
  readonly letters: readonly Letter[];
  readonly channel: Channel;
}

export const ABOUT_NO_LETTER: AboutLetter = { letters: [], channel: 'email' };

export const NOTHING_LOOKED_UP: EventInputs = {
  answerReplaceable: false,
  about: ABOUT_NO_LETTER,
  substitutes: [],
  suppressed: false,
};
