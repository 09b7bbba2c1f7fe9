import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { codeOf } from '../command-line/code-of';
import { Mistake } from '../command-line/mistake.error';

/** The bytes of a file, or of standard input for `-`; throws a `Mistake` when the file cannot be read. */
export async function readInput(path: string): Promise<Buffer> {
  if (path === '-') return buffer(process.stdin);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Mistake(`The file ${path} cannot be read (${reasonOf(cause)}); give the path of one that can.`, {
      cause,
    });
  }
}

/** The same as text in UTF-8. */
export async function readTextInput(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readInput(path));
  } catch (cause) {
    if (codeOf(cause) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw cause;
    throw new Mistake(`${path === '-' ? 'Standard input' : `The file ${path}`} is not in UTF-8; save it so.`, {
      cause,
    });
  }
}

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  switch (code) {
    case 'ENOENT':
      return 'there is none';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'permission denied';
    default:
      return code || String(cause);
  }
}
