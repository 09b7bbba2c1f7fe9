import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { messageOf } from './message-of';

const run = promisify(execFile);

/** Runs a program to its end and gives its standard output; throws when it fails or outlives the limit. */
export async function runToEnd(program: string, args: readonly string[], limitMs: number): Promise<string> {
  try {
    const { stdout } = await run(program, [...args], { timeout: limitMs, killSignal: 'SIGKILL', env: process.env });
    return stdout;
  } catch (cause) {
    throw new Error(`${program} failed: ${lastLineOf(cause)}`, { cause });
  }
}

function lastLineOf(cause: unknown): string {
  const saysWhy = typeof cause === 'object' && cause !== null && 'stderr' in cause;
  const stderr = saysWhy ? String(cause.stderr).trim() : '';
  return stderr === '' ? messageOf(cause) : stderr.slice(stderr.lastIndexOf('\n') + 1);
}
