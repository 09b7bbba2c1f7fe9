import type { Attempt } from '@app/persistence/outbox/outbox.store';

/** How handing a letter to an SMTP server failed. */
export interface SmtpFailure {
  /** Whether the server let the content begin: from then on it may have it. */
  readonly contentBegan: boolean;
  /** Nodemailer's name for the kind of failure: EAUTH, ECONNECTION, EENVELOPE and so on. */
  readonly kind: string | null;
  /** What was being asked: `RCPT TO`, `DATA`, `AUTH PLAIN`; `CONN` and `API` for no command of SMTP. */
  readonly command: string | null;
  /** The reply code (RFC 5321, section 4.2); null when the server did not answer. */
  readonly code: number | null;
  /** The server's own words, or what the connection said. */
  readonly said: string;
}

/** What was tried before, in the same real time as `now`. */
export interface Tries {
  readonly before: number;
  readonly firstAt: Date | null;
  readonly now: Date;
}

/** What a failure means: whom it is about, and how the attempt is recorded. */
export interface Judgement {
  /** `account`: no letter of this account would get through now. */
  readonly blames: 'account' | 'letter';
  readonly attempt: Attempt;
}

/** Judges a failed hand-over by the SMTP reply and the moment it came; what cannot be told apart is `uncertain`. */
export function outcomeOf(failure: SmtpFailure, tries: Tries): Judgement {
  const { code, said } = failure;
  const verdict = judge(failure);
  const isOver = verdict.outcome === 'retry' && triedLongEnough(tries);
  const outcome = isOver ? 'rejected' : verdict.outcome;
  return {
    blames: verdict.blames,
    attempt: {
      outcome,
      code,
      said,
      rejectedFor: outcome === 'rejected' ? verdict.about : null,
      retryInMs: outcome === 'retry' ? retryAfter(tries.before) : 0,
    },
  };
}

interface Verdict {
  readonly outcome: 'retry' | 'rejected' | 'uncertain';
  readonly about: 'address' | 'content';
  readonly blames: 'account' | 'letter';
}

function judge(failure: SmtpFailure): Verdict {
  const about = failure.command === 'RCPT TO' ? 'address' : 'content';
  const severity = severityOf(failure.code);
  const byLetter = { about, blames: 'letter' } as const;
  const byAccount = { outcome: 'retry', about, blames: 'account' } as const;

  if (failure.contentBegan) {
    const isAnswer = failure.command === 'DATA' && severity !== undefined;
    return { ...byLetter, outcome: isAnswer ? severity : 'uncertain' };
  }
  if (isAboutLogin(failure) || failure.code === SERVICE_CLOSING) return byAccount;
  if (severity !== undefined && isAboutLetter(failure.command)) return { ...byLetter, outcome: severity };
  // Nodemailer refused the letter by itself: an impossible address, or more bytes than the server takes.
  if (failure.kind === 'EENVELOPE') return { outcome: 'rejected', about: 'address', blames: 'letter' };
  if (failure.kind === 'EMESSAGE') return { outcome: 'rejected', about: 'content', blames: 'letter' };
  return byAccount;
}

const SERVICE_CLOSING = 421;
/** RFC 4954, section 6, and what servers say when a login must come first. */
const LOGIN_CODES: readonly (number | null)[] = [530, 534, 535, 538];

function isAboutLogin({ kind, code }: SmtpFailure): boolean {
  return kind === 'EAUTH' || kind === 'ENOAUTH' || LOGIN_CODES.includes(code);
}

function isAboutLetter(command: string | null): boolean {
  return command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
}

function severityOf(code: number | null): 'retry' | 'rejected' | undefined {
  if (code === null || code < 400 || code > 599) return undefined;
  return code < 500 ? 'retry' : 'rejected';
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
