import type { PlainReading } from '@app/understanding/plain-reading';

/** Reads the text of one line of a batch; a line that cannot be taken is answered with its `id`, or null, and an `error`. */
export function answerBatchLine(line: string, understand: (text: string) => PlainReading): object {
  const asked = parse(line);
  const id = asked?.['id'] ?? null;
  if (!asked) return { id, error: 'The line is not a JSON object.' };
  const { text } = asked;
  if (typeof text !== 'string') return { id, error: '"text" must be the text of a message.' };
  return { id, ...understand(text) };
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
