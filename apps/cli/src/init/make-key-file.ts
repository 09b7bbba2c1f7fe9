import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyFile, NamedKeys } from '@app/persistence/keys/key-ring';
import { codeOf } from '../command-line/code-of';
import { Mistake } from '../command-line/mistake.error';

/**
 * Makes the key file of a new installation, readable by its owner only, and has it on the disk before it returns.
 * A file that stands there is never touched: `exists`.
 */
export async function makeKeyFile(path: string): Promise<'made' | 'exists'> {
  const keys: KeyFile = { ledger: newKey('ledger'), secrets: newKey('secrets') };
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(dirname(path));
    return 'made';
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'EEXIST') return 'exists';
    throw new Mistake(`The key file ${path} cannot be made (${code}); name a place in KEY_FILE that can be written.`, {
      cause,
    });
  }
}

/** The id is random too: two installations' key files are never mistaken for one another. */
function newKey(family: string): NamedKeys {
  const id = `${family}-${randomBytes(4).toString('hex')}`;
  return { current: id, keys: { [id]: randomBytes(32).toString('base64') } };
}

/** A file's name is in its folder, which is on the disk only when it is synced itself. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
