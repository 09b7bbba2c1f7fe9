import { NoAccessToken } from '@app/runtime/mail/no-access-token.error';
import { SMTP_PHASES } from '@app/persistence/outbox/outbox.schema';
import type { SmtpFailure } from './outcome-of';

const LONGEST_WORDS = 500;

/** Reads what the transport threw. */
export function toSmtpFailure(error: unknown): SmtpFailure {
  const fields: Fields = typeof error === 'object' && error !== null ? error : {};
  const isReply = typeof fields.response === 'string' && !LOST.includes(fields.code);
  const words = [fields.response, fields.message, fields.code];
  const said = words.find((one): one is string => typeof one === 'string' && one !== '') ?? 'unknown';
  return {
    // Not knowing how far it came is a reason to take it for the worst.
    phase: SMTP_PHASES.find((phase) => phase === fields.phase) ?? 'content',
    mayHaveArrived: fields.mayHaveArrived !== false,
    code: typeof fields.responseCode === 'number' ? fields.responseCode : null,
    isReply,
    unsendable: isReply ? null : (UNSENDABLE.find(({ kind }) => kind === fields.code)?.for ?? null),
    isTokenRefused: error instanceof NoAccessToken && error.because === 'refused',
    said: said.slice(0, LONGEST_WORDS),
  };
}

/** Nodemailer's kinds of a connection that was lost; the reply they may bring along may be cut off. */
const LOST: readonly unknown[] = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET'];

/** Nodemailer's kinds of a letter that it refuses without asking the server. */
const UNSENDABLE = [
  { kind: 'EENVELOPE', for: 'address' },
  { kind: 'EMESSAGE', for: 'content' },
] as const;

/** The fields nodemailer and our transport put on an error. */
interface Fields {
  readonly phase?: unknown;
  readonly mayHaveArrived?: unknown;
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
}
