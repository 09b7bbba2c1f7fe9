import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyFile } from '@app/persistence/keys/key-ring';
import { newKeyFile } from '@app/persistence/keys/new-key';
import { codeOf } from '../command-line/code-of';
import { Mistake } from '../command-line/mistake.error';

/**
 * Makes the key file of a new installation, readable by its owner only, and has it on the disk before it returns.
 * A file that stands there is never touched: `exists`.
 */
export async function makeKeyFile(path: string): Promise<'made' | 'exists'> {
  try {
    await write(path, newKeyFile());
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

/** Puts other keys in the place of those in a key file, at once or not at all. */
export async function replaceKeyFile(path: string, keys: KeyFile): Promise<void> {
  const beside = `${path}.new-${String(process.pid)}`;
  try {
    await write(beside, keys);
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    throw new Mistake(`The key file ${path} cannot be replaced (${codeOf(cause)}); make its folder writable.`, {
      cause,
    });
  }
}

async function write(path: string, keys: KeyFile): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
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
