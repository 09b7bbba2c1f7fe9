import type { IntentType } from '@app/domain/intent';
import type { Reading } from '@app/domain/reading';
import { isSure } from '@app/understanding/is-sure';
import { assessOffline, readOffline, type ReadingContext } from '@app/understanding/read-offline';
import { ChatClient } from './chat.client';
import { readByModel } from './read-by-model';

export const ENGINES = ['offline', 'model', 'both'] as const;

/** Who reads: code alone, a model alone, or a model only what code is not sure of. */
export type Engine = (typeof ENGINES)[number];

/** Reads a message outside any conversation; throws `Unread` when a model was to read it and did not. */
export type MessageReader = (text: string, context: ReadingContext) => Promise<Reading>;

export class Unread extends Error {
  readonly code = 'UNREAD';
  constructor(because: string) {
    super(`The model did not read the message: ${because}.`);
  }
}

/** As long as a small model on a slow machine may take. */
const CALL_LIMIT_MS = 120_000;

/** A reader of this engine. `endpoint` and `model` say who the model is. */
export function readerOf(
  engine: Engine,
  { endpoint, model }: { readonly endpoint: string; readonly model: string },
): MessageReader {
  const client = new ChatClient({ address: endpoint, model, limitMs: CALL_LIMIT_MS });
  switch (engine) {
    case 'offline':
      return (text, context) => Promise.resolve(readOffline(text, context));
    case 'model':
      return (text, context) => readOrThrow(client, text, context);
    case 'both':
      return (text, context) => readWhereUnsure(client, text, context);
  }
}

async function readOrThrow(client: ChatClient, text: string, context: ReadingContext): Promise<Reading> {
  const read = await readByModel(client, text, context);
  if (read.type === 'unread') throw new Unread(read.because);
  return read.reading;
}

/** As in a conversation: what code is sure of stands, and so does its reading when no model gives a better one. */
async function readWhereUnsure(client: ChatClient, text: string, context: ReadingContext): Promise<Reading> {
  const { reading, hintsAtStop } = assessOffline(text, context);
  const says = (wanted: IntentType): boolean => reading.intents.some(({ type }) => type === wanted);
  if (says('stop') || (isSure(reading) && !says('unclear') && !hintsAtStop)) return reading;
  const read = await readByModel(client, text, context);
  return read.type === 'read' ? read.reading : reading;
}
