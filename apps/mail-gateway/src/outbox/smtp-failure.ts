import type { SmtpFailure } from './outcome-of';

const LONGEST_WORDS = 500;

/** Reads what the transport threw. */
export function toSmtpFailure(error: unknown): SmtpFailure {
  const fields: Fields = typeof error === 'object' && error !== null ? error : {};
  const said = typeof fields.response === 'string' ? fields.response : error instanceof Error ? error.message : '';
  return {
    // Not knowing how far it came is a reason to take it for the worst.
    contentBegan: fields.contentBegan !== false,
    kind: typeof fields.code === 'string' ? fields.code : null,
    command: typeof fields.command === 'string' ? fields.command : null,
    code: typeof fields.responseCode === 'number' ? fields.responseCode : null,
    said: said.slice(0, LONGEST_WORDS),
  };
}

/** The fields nodemailer and our transport put on an error. */
interface Fields {
  readonly contentBegan?: unknown;
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}
