import { writeFile } from 'node:fs/promises';
import { codeOf } from '../command-line/code-of';
import { Mistake } from '../command-line/mistake.error';

/** Writes a file that only its owner may read and nobody run; a `Mistake` when there is one by that name already. */
export async function saveNewFile(path: string, content: Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const because = codeOf(cause) === 'EEXIST' ? 'it is there already' : codeOf(cause) || String(cause);
    throw new Mistake(`The file ${path} cannot be written (${because}); name another one.`, { cause });
  }
}
