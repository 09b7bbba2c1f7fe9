import { parseArgs } from 'node:util';
import type { Amount } from './size/fill';

/** What is measured when nothing else is asked for, in this order; each by itself too. */
export const PARTS = [
  'storedToSmtp',
  'updateToTelegram',
  'size',
  'throughput',
  'backlog',
  'jobs',
  'failover',
  'startUp',
  'idle',
] as const;
export type PartName = (typeof PARTS)[number];

export interface Choices {
  /** Where the figures are written besides. */
  readonly json: string | undefined;
  readonly work: Work;
}

export type Work =
  | { readonly type: 'parts'; readonly parts: readonly PartName[] }
  /** The memory of a brain over so many turns. */
  | { readonly type: 'turns'; readonly turns: number }
  /** No times: a database is filled to this size, and its hot queries are explained. */
  | { readonly type: 'fill'; readonly amount: Amount };

/** Reads the command line; throws with a sentence on anything else. */
export function choices(args: readonly string[]): Choices {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: option, turns: option, contacts: option, messages: option },
    allowPositionals: true,
    strict: true,
  });
  return { json: values.json, work: workOf(values, positionals) };
}

interface Given {
  readonly turns?: string | undefined;
  readonly contacts?: string | undefined;
  readonly messages?: string | undefined;
}

function workOf({ turns, contacts: wanted, messages }: Given, names: readonly string[]): Work {
  const isFilled = wanted !== undefined || messages !== undefined;
  if (Number(turns !== undefined) + Number(isFilled) + Number(names.length > 0) > 1) {
    throw new Error('--turns, and --contacts with --messages, stand alone: nothing else is measured beside them.');
  }
  if (turns !== undefined) return { type: 'turns', turns: whole('turns', turns) };
  if (isFilled) {
    const contacts = whole('contacts', wanted ?? MANY);
    return { type: 'fill', amount: { contacts, messages: whole('messages', messages ?? String(10 * contacts)) } };
  }
  return { type: 'parts', parts: names.length === 0 ? PARTS : names.map(partOf) };
}

const MANY = '1000000';

function partOf(name: string): PartName {
  const part = PARTS.find((known) => known === name);
  if (part === undefined) throw new Error(`There is no part ${name}; there are ${PARTS.join(', ')}.`);
  return part;
}

function whole(name: string, given: string): number {
  const value = Number(given);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number above 0.`);
  return value;
}
