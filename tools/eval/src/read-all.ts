import type { Reading } from '@app/domain/reading';
import { Unread } from '@app/runtime/model/engine';

/** A server that batches answers several in the time of one. */
const AT_ONCE = 4;

/** What nobody read goes to a person. */
const UNREAD: Reading = {
  intents: [{ type: 'unclear' }],
  confidence: 0,
  engine: 'model',
  consent: null,
  language: null,
  evidence: [''],
};

/** Reads every text, in their order, several at once. */
export async function readAll(
  texts: readonly string[],
  read: (text: string) => Promise<Reading>,
): Promise<readonly Reading[]> {
  const readings: Reading[] = Array.from(texts, () => UNREAD);
  const waiting = texts.entries();
  const work = async (): Promise<void> => {
    for (const [at, text] of waiting) readings[at] = await readOne(text, read);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return readings;
}

async function readOne(text: string, read: (text: string) => Promise<Reading>): Promise<Reading> {
  try {
    return await read(text);
  } catch (error) {
    if (error instanceof Unread) return UNREAD;
    throw error;
  }
}
