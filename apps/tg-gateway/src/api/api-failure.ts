import { TelegramError } from 'telegraf';
import { NOT_CONNECTED } from './api-agent';

/** How a call of the Bot API failed. */
export interface FailedCall {
  /** Whether the request may have left: from then on Telegram may have carried it out. */
  readonly mayHaveArrived: boolean;
  /** Telegram's `error_code`, or the status of whoever answers in its place; null when there was no answer. */
  readonly status: number | null;
  /** Seconds, as a 429 tells them. */
  readonly retryAfter: number | null;
  /** The id of the chat by now, where it has another one. */
  readonly migratedTo: string | null;
  /** Telegram's own words, or what became of the connection; never the token. */
  readonly said: string;
}

/** A call of the Bot API did not do what it was to do. */
export class ApiFailure extends Error {
  readonly code = 'API_FAILURE';
  constructor(readonly facts: FailedCall) {
    super(`Telegram: ${facts.said}`);
  }
}

/** Reads what telegraf threw. */
export function toApiFailure(error: unknown, token: string): ApiFailure {
  if (error instanceof TelegramError) return new ApiFailure(answeredBy(error));
  const words = error instanceof Error ? error.message : String(error);
  const mayHaveArrived = !(error instanceof Error && 'code' in error && error.code === NOT_CONNECTED);
  const said = words.replaceAll(token, '…').slice(0, LONGEST_WORDS);
  return new ApiFailure({ mayHaveArrived, status: null, retryAfter: null, migratedTo: null, said });
}

function answeredBy({ code, description, parameters }: TelegramError): FailedCall {
  return {
    mayHaveArrived: true,
    status: code,
    retryAfter: parameters?.retry_after ?? null,
    migratedTo: parameters?.migrate_to_chat_id?.toString() ?? null,
    said: `${code} ${description}`.slice(0, LONGEST_WORDS),
  };
}

const LONGEST_WORDS = 500;
