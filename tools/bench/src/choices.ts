import { parseArgs } from 'node:util';
import type { Amount } from './size/fill';

export interface Choices {
  /** Where the figures are written besides. */
  readonly json: string | undefined;
  /** Instead of measuring times: how large a database is filled, whose hot queries are then explained. */
  readonly fill: Amount | undefined;
}

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { json: option, contacts: option, messages: option },
    strict: true,
  });
  const isFilled = values.contacts !== undefined || values.messages !== undefined;
  const contacts = whole('contacts', values.contacts);
  return {
    json: values.json,
    fill: isFilled
      ? { contacts, messages: values.messages === undefined ? 10 * contacts : whole('messages', values.messages) }
      : undefined,
  };
}

function whole(name: string, given: string | undefined): number {
  const value = Number(given ?? 1_000_000);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number above 0.`);
  return value;
}
