import type { SmtpPhase } from '@app/persistence/outbox/outbox.schema';
import type { Attempt } from '@app/persistence/outbox/settle';
import { isAboutRecipient, isAboutSender } from './enhanced-status';

/** How handing a letter to an SMTP server failed. */
export interface SmtpFailure {
  readonly phase: SmtpPhase;
  /** Whether the content may have left to its end: from then on the server may have taken it, whatever came of it. */
  readonly mayHaveArrived: boolean;
  /** The reply code (RFC 5321, section 4.2); null for no reply, and for one that is none of SMTP. */
  readonly code: number | null;
  /** Whether the reply came to its end; else the connection was lost, perhaps amid one. */
  readonly isReply: boolean;
  /** What no server was asked for: an impossible address, or more bytes than the server says it takes; else null. */
  readonly unsendable: 'address' | 'content' | null;
  /** There is no access token to be had any more. */
  readonly isTokenRefused: boolean;
  /** The server's own words, or what the connection said. */
  readonly said: string;
}

/** What was tried before, in the same real time as `now`. */
export interface Tries {
  readonly before: number;
  readonly firstAt: Date | null;
  readonly now: Date;
}

/**
 * What a failure is about. Of its account no letter gets through now where it is the `connection`, and none until the
 * operator does something where it is the `login` or the `sender`.
 */
export type Blamed = 'letter' | 'connection' | 'login' | 'sender';

/** What a failure means: what it is about, and how the attempt is recorded. */
export interface Judgement {
  readonly blames: Blamed;
  readonly attempt: Attempt;
}

/** Judges a failed hand-over by the SMTP reply and the moment it came; what cannot be told apart is `uncertain`. */
export function outcomeOf(failure: SmtpFailure, tries: Tries): Judgement {
  const { code, phase, said } = failure;
  const verdict = judge(failure);
  const isOver = verdict.outcome === 'retry' && triedLongEnough(tries);
  const outcome = isOver ? 'rejected' : verdict.outcome;
  return {
    blames: verdict.blames,
    attempt: {
      outcome,
      code,
      phase,
      said,
      rejectedFor: outcome === 'rejected' ? objectTo(failure) : null,
      retryInMs: outcome === 'retry' ? retryAfter(tries.before) : 0,
    },
  };
}

interface Verdict {
  readonly outcome: 'retry' | 'rejected' | 'uncertain';
  readonly blames: Blamed;
}

function judge(failure: SmtpFailure): Verdict {
  switch (failure.phase) {
    case 'connect':
    case 'greeting':
      return laterFor('connection');
    case 'auth':
      return laterFor(isLoginRefused(failure) ? 'login' : 'connection');
    case 'mail':
      return judgeSender(failure);
    case 'rcpt':
    case 'data':
      return judgeReply(failure, laterFor('connection'));
    case 'content':
      return judgeReply(failure, failure.mayHaveArrived ? UNCERTAIN : laterFor('letter'));
    default:
      return failure.phase satisfies never;
  }
}

/** MAIL names nobody but us, so that a refusal is about us unless it is about the letter's size or form. */
function judgeSender(failure: SmtpFailure): Verdict {
  const { code, said, isReply } = failure;
  const isRefusal = isReply && code !== null && code >= REFUSED && !LOGIN_CODES.includes(code);
  if (isRefusal && isAboutSender({ code, said })) return laterFor('sender');
  return judgeReply(failure, laterFor('connection'));
}

function judgeReply(failure: SmtpFailure, withoutOne: Verdict): Verdict {
  const { code, isReply, unsendable } = failure;
  if (unsendable !== null) return { outcome: 'rejected', blames: 'letter' };
  if (!isReply || code === null || code < DEFERRED || code >= NONE_OF_SMTP) return withoutOne;
  if (code === SERVICE_CLOSING) return laterFor('connection');
  if (LOGIN_CODES.includes(code)) return laterFor('login');
  return code < REFUSED ? laterFor('letter') : { outcome: 'rejected', blames: 'letter' };
}

const UNCERTAIN = { outcome: 'uncertain', blames: 'letter' } as const;

function laterFor(blames: Blamed): Verdict {
  return { outcome: 'retry', blames };
}

const DEFERRED = 400;
const REFUSED = 500;
const NONE_OF_SMTP = 600;
const SERVICE_CLOSING = 421;
/** RFC 4954, section 6, and what servers say when a login must come first. */
const LOGIN_CODES: readonly number[] = [530, 534, 535, 538];

function isLoginRefused({ code, isTokenRefused }: SmtpFailure): boolean {
  return isTokenRefused || (code !== null && code >= REFUSED);
}

/** After the final dot only an enhanced code tells a server that looks for the recipient then. */
function objectTo({ phase, code, said, unsendable }: SmtpFailure): 'address' | 'content' {
  if (unsendable !== null) return unsendable;
  if (code === null || !(phase === 'rcpt' || phase === 'content')) return 'content';
  const isKnown = phase === 'rcpt' || /^\d{3}[ -][45]\.1\./.test(said);
  return isKnown && isAboutRecipient({ code, said }) ? 'address' : 'content';
}

const MINUTE = 60_000;
/** The first one is short: most often a pooled connection had just gone. */
const RETRY_AFTER_MS = [5_000, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
const LONGEST_RETRY_MS = 60 * MINUTE;
const GIVE_UP_AFTER_MS = 72 * 60 * MINUTE;

function retryAfter(triesBefore: number): number {
  return RETRY_AFTER_MS[triesBefore] ?? LONGEST_RETRY_MS;
}

function triedLongEnough({ firstAt, now }: Tries): boolean {
  return firstAt !== null && now.getTime() - firstAt.getTime() >= GIVE_UP_AFTER_MS;
}
