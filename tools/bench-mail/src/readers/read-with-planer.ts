import { simpleParser } from 'mailparser';
import { extractFromPlain } from 'planer';
import type { ReadWords } from './mail-reader';

/** Lever's port of talon, which takes quotes off and leaves signatures; fed with the text mailparser makes. */
export async function readWithPlaner(raw: Buffer): Promise<ReadWords> {
  const { text = '' } = await simpleParser(raw);
  return { text: extractFromPlain(text), kind: undefined };
}
