import type { TurnCommit, Writes } from './turn-commit';

/**
 * Whether a commit may share a transaction with those of other conversations: it writes only what nobody else writes, so
 * that there is nothing to wait for. Guards, slots and codes, and what a gateway may have in hand, stay out of it.
 */
export function goesTogether({ handled, writes }: TurnCommit): boolean {
  if (handled.commands.length > 0 || writes.letters.some(({ letters }) => letters.includes('operator-notice'))) {
    return false;
  }
  return ALONE.every((name) => isNone(writes[name]));
}

function isNone(written: Writes[keyof Writes]): boolean {
  return written === null || written === false || (Array.isArray(written) && written.length === 0);
}

const GOES_ALONE: Readonly<Record<keyof Writes, boolean>> = {
  letters: false,
  timers: false,
  cancelTimers: false,
  jobs: false,
  links: false,
  withdrawn: true,
  repeated: true,
  cancelLetters: true,
  superseded: true,
  hold: true,
  approved: true,
  suppressions: true,
  lifts: true,
  conversations: true,
  slots: true,
  releasedSlots: true,
  accessCodes: true,
  language: true,
  telegram: true,
};

const ALONE = (Object.keys(GOES_ALONE) as (keyof Writes)[]).filter((name) => GOES_ALONE[name]);
