import { randomBytes } from 'node:crypto';
import type { KeyFile, NamedKeys } from './key-ring';

export type KeyFamily = keyof KeyFile;

/** The content of a new installation's key file. */
export function newKeyFile(): KeyFile {
  return { ledger: withNewKey('ledger'), secrets: withNewKey('secrets') };
}

/** The same keys and one more, which what is new is made with from now on. None is ever dropped. */
export function addKey(file: KeyFile, family: KeyFamily): KeyFile {
  return { ...file, [family]: withNewKey(family, file[family].keys) };
}

/** The id is random too: two installations' key files are never mistaken for one another. */
function withNewKey(family: KeyFamily, standing: NamedKeys['keys'] = {}): NamedKeys {
  const id = `${family}-${randomBytes(4).toString('hex')}`;
  return { current: id, keys: { ...standing, [id]: randomBytes(32).toString('base64') } };
}
