import type { Attempt } from '@app/persistence/outbox/settle';

/** What became of a letter whose recipient's guard refused it, whatever the channel. */
export const WITHHELD: Attempt = {
  outcome: 'withheld',
  code: null,
  phase: null,
  said: 'the recipient must not be written to',
  rejectedFor: null,
  retryInMs: 0,
};

/** After so long a letter that could not be made is made again: the operator may have put it right. */
export const UNPREPARED_AGAIN_MS = 60_000;
