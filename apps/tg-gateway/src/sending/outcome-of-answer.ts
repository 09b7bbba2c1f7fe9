import type { Attempt } from '@app/persistence/outbox/settle';
import type { FailedCall } from '../api/api-failure';

/** What was tried before, in the same real time as `now`. */
export interface Tries {
  readonly before: number;
  readonly firstAt: Date | null;
  readonly now: Date;
}

/** What a failed send means. */
export type Verdict =
  /** `restMs`: nothing more may leave to this chat for so long; 0 where nothing was said of that. */
  | { readonly type: 'over'; readonly attempt: Attempt; readonly restMs: number }
  /** The chat has another id by now, and nothing was sent. */
  | { readonly type: 'moved'; readonly to: string };

/** Judges a failed send by Telegram's answer; without one, by whether the request may have left. */
export function outcomeOfAnswer(failure: FailedCall, tries: Tries): Verdict {
  const { status, migratedTo, retryAfter } = failure;
  if (migratedTo !== null) return { type: 'moved', to: migratedTo };
  if (status === TOO_MANY) {
    const restMs = (retryAfter ?? 1) * 1000;
    return { type: 'over', attempt: attemptOf(failure, { outcome: 'retry', retryInMs: restMs }), restMs };
  }
  const ruling = rule(failure, tries);
  const isOver = ruling.outcome === 'retry' && triedLongEnough(tries);
  const attempt = attemptOf(failure, isOver ? REJECTED_FOR_CONTENT : ruling);
  return { type: 'over', attempt, restMs: 0 };
}

type Ruling = Pick<Attempt, 'outcome'> & Partial<Pick<Attempt, 'rejectedFor' | 'retryInMs'>>;

function rule(failure: FailedCall, { before }: Tries): Ruling {
  const { status, mayHaveArrived, said } = failure;
  if (status === null) return mayHaveArrived ? { outcome: 'uncertain' } : later(before);
  // Whoever stands between us and Telegram passed it on, and knows no more than that.
  if (status === GATEWAY_TIMEOUT) return { outcome: 'uncertain' };
  if (status >= SERVER_FAILED) return later(before);
  // About the token, not about the letter.
  if (status === UNAUTHORIZED || status === NO_SUCH_BOT) return later(Math.max(before, 2));
  if (status === FORBIDDEN || SAYS_NOBODY_THERE.test(said)) return { outcome: 'rejected', rejectedFor: 'address' };
  return REJECTED_FOR_CONTENT;
}

function later(triesBefore: number): Ruling {
  return { outcome: 'retry', retryInMs: RETRY_AFTER_MS[triesBefore] ?? LONGEST_RETRY_MS };
}

function attemptOf({ status, mayHaveArrived, said }: FailedCall, { outcome, rejectedFor, retryInMs }: Ruling): Attempt {
  return {
    outcome,
    code: status,
    phase: mayHaveArrived ? 'content' : 'connect',
    said,
    rejectedFor: rejectedFor ?? null,
    retryInMs: retryInMs ?? 0,
  };
}

const REJECTED_FOR_CONTENT = { outcome: 'rejected', rejectedFor: 'content' } as const;

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const NO_SUCH_BOT = 404;
const TOO_MANY = 429;
const SERVER_FAILED = 500;
const GATEWAY_TIMEOUT = 504;

/** What is wrong with a request Telegram says in words alone: under 400 stands the chat that is gone, and a text too long. */
const SAYS_NOBODY_THERE =
  /\b(chat not found|user not found|user is deactivated|PEER_ID_INVALID|USER_IS_DEACTIVATED)\b/i;

const RETRY_AFTER_MS = [1_000, 5_000, 15_000, 60_000] as const;
const LONGEST_RETRY_MS = 5 * 60_000;
const GIVE_UP_AFTER_MS = 72 * 60 * 60_000;

function triedLongEnough({ firstAt, now }: Tries): boolean {
  return firstAt !== null && now.getTime() - firstAt.getTime() >= GIVE_UP_AFTER_MS;
}
