import type { ApiObject } from './api-object';

/** A call that the Bot API answers with `ok: false`. */
export class BotRefusal extends Error {
  readonly code: number;
  readonly description: string;
  /** `ResponseParameters`; null for none. */
  readonly parameters: ApiObject | null;

  constructor(code: number, description: string, parameters: ApiObject | null = null) {
    super(description);
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

export function badRequest(what: string, parameters: ApiObject | null = null): BotRefusal {
  return new BotRefusal(400, `Bad Request: ${what}`, parameters);
}

export function forbidden(what: string): BotRefusal {
  return new BotRefusal(403, `Forbidden: ${what}`);
}

export function conflict(what: string): BotRefusal {
  return new BotRefusal(409, `Conflict: ${what}`);
}

export function tooManyRequests(retryAfter: number): BotRefusal {
  return new BotRefusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}
