import type { Redactor } from './redactor';

/** The fields in which a line may hold words. Of any other only numbers and the like are shown. */
const FIELDS_WITH_WORDS: ReadonlySet<string> = new Set([
  ...['level', 'time', 'service', 'instance', 'context', 'msg'],
  ...['conversation', 'contact', 'messages', 'letters', 'jobs', 'account', 'reactor', 'key', 'turns', 'stage'],
  ...['err', 'type', 'code', 'codeName', 'syscall', 'command', 'message', 'stack', 'cause'],
]);

/**
 * Redacts a log line on its way out, whoever wrote it: every string in it, at any depth, whether it is a sentence, a
 * field, an error's message or the message of its cause. A line that is no JSON is not written at all.
 */
export function redactLine(line: string, redactor: Redactor): string {
  return `${JSON.stringify(redactValue(JSON.parse(line), 'msg', redactor))}\n`;
}

function redactValue(value: unknown, field: string, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactString(value, field, redactor);
  if (Array.isArray(value)) return value.map((one) => redactValue(one, field, redactor));
  if (typeof value !== 'object' || value === null) return value;
  const redacted = Object.entries(value).map(([name, inner]) => [
    redactor.redact(name),
    redactValue(inner, name, redactor),
  ]);
  return Object.fromEntries(redacted) as object;
}

function redactString(value: string, field: string, redactor: Redactor): string {
  if (!redactor.showsTexts && !FIELDS_WITH_WORDS.has(field)) return '[text]';
  if (field === 'stack')
    return framesOf(value)
      .map((frame) => redactor.redact(frame))
      .join('\n');
  // Written by ourselves, and no plus in a time is a telephone's.
  return field === 'time' ? value : redactor.redact(value);
}

/** Where an error came from, without what it says: that stands in its message. */
function framesOf(stack: string): string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
