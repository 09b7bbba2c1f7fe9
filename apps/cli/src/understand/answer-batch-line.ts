import type { PlainReading } from '@app/understanding/plain-reading';
import { errorWords } from '@app/runtime/error-words';

/**
 * Reads the text of one line of a batch; one that cannot be taken, or read, is answered with its `id`, or null, and an
 * `error`.
 */
export async function answerBatchLine(
  line: string,
  understand: (text: string) => Promise<PlainReading>,
): Promise<object> {
  const asked = parse(line);
  const id = asked?.['id'] ?? null;
  if (!asked) return { id, error: 'The line is not a JSON object.' };
  const { text } = asked;
  if (typeof text !== 'string') return { id, error: '"text" must be the text of a message.' };
  try {
    return { id, ...(await understand(text)) };
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
