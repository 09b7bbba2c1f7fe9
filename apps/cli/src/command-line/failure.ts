import { codeOf } from './code-of';
import { inOneLine } from './in-one-line';

/** How a command that failed ends: the line on standard error, and the exit code. */
export interface Failure {
  readonly line: string;
  readonly exitCode: 0 | 1 | 2;
}

/** What the operator can put right ends with 2, anything else with 1; help that was asked for is no failure. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { line: oneLine(String(error)), exitCode: 1 };
  const code = codeOf(error);
  if (code === 'commander.helpDisplayed' || code === 'commander.help') return { line: '', exitCode: 0 };
  if (code === 'MISTAKE') return { line: error.message, exitCode: 2 };
  return { line: oneLine(error.message), exitCode: PUT_RIGHT_BY_THE_OPERATOR.has(code) ? 2 : 1 };
}

const PUT_RIGHT_BY_THE_OPERATOR: ReadonlySet<string> = new Set([
  'SETTINGS_INVALID',
  'KEY_FILE_UNUSABLE',
  'KEYS_FOREIGN',
  'KEY_MISSING',
  'DATABASE_UNREADY',
  'MAIL_UNREADABLE',
]);

/** Some of the services' messages are lists. */
function oneLine(message: string): string {
  return inOneLine(
    message
      .trim()
      .replace(/:\s*\n\s*- /, ': ')
      .replace(/\s*\n\s*- /g, '; '),
  );
}
