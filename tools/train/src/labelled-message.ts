import { readFileSync } from 'node:fs';
import { INTENT_TYPES, type IntentType } from '@app/domain/intent';

/** A message of which is known what it means. */
export interface LabelledMessage {
  readonly text: string;
  /** Naming any of them first is right, naming all of them is best; the first is the likeliest. */
  readonly accept: readonly [IntentType, ...IntentType[]];
  /** The first and the last day (`YYYY-MM-DD`) that is right to come back on; `null` when none is named. */
  readonly until: readonly [first: string, last: string] | null;
  /** The address that must be found. */
  readonly contact: string | null;
}

/** Reads messages from a file with one JSON object a line; throws with file and line when one is no such message. */
export function readLabelledMessages(path: string): readonly LabelledMessage[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [toMessage(line, `${path}:${index + 1}`)]));
}

function toMessage(line: string, place: string): LabelledMessage {
  const { text, accept, until, contact } = parse(line, place);
  const types = Array.isArray(accept) ? accept.filter(isType) : [];
  const [first, ...rest] = types;
  if (typeof text !== 'string' || first === undefined || types.length !== (accept as readonly unknown[]).length) {
    throw new Error(`${place} needs "text" and "accept", a list of ${INTENT_TYPES.join(', ')}.`);
  }
  return {
    text,
    accept: [first, ...rest],
    until: isDays(until) ? until : null,
    contact: typeof contact === 'string' ? contact : null,
  };
}

function parse(line: string, place: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new Error(`${place} is not JSON.`, { cause });
  }
}

function isType(value: unknown): value is IntentType {
  return INTENT_TYPES.some((type) => type === value);
}

function isDays(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((day) => typeof day === 'string');
}
