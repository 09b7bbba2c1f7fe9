import { readMail } from '@app/mail-text/read-mail';
import { errorWords } from '@app/runtime/error-words';
import { withEveryKey } from './with-every-key';

/** Reads the mail of one line of a batch; a line that cannot be taken is answered with its `id`, or null, and an `error`. */
export async function answerBatchLine(line: string): Promise<object> {
  const asked = parse(line);
  const id = asked?.['id'] ?? null;
  const problem = problemOf(asked);
  if (problem !== null) return { id, error: problem };
  try {
    const signature = asked?.['signature'] === 'keep' ? 'keep' : 'strip';
    const reading = await readMail(Buffer.from(String(asked?.['eml']), 'base64'), { signature });
    // Who passes a letter on without a word says what stands in it.
    return { ...withEveryKey(reading), text: reading.text || reading.forwardedText, id };
  } catch (error) {
    return { id, error: errorWords(error) };
  }
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(asked: Readonly<Record<string, unknown>> | undefined): string | null {
  if (!asked) return 'The line is not a JSON object.';
  const { eml, signature } = asked;
  if (typeof eml !== 'string' || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(eml)) return '"eml" must be the mail in base64.';
  if (signature !== undefined && signature !== 'strip' && signature !== 'keep') {
    return '"signature" must be "strip" or "keep".';
  }
  return null;
}
