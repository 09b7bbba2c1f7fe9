import { existsSync } from 'node:fs';
import { checkKeys } from '@app/persistence/keys/check-keys';
import { keysInUse } from '@app/persistence/keys/keys-in-use';
import { prepareDatabase, type Prepared } from '@app/persistence/prepare-database';
import { checkDatabase } from '@app/runtime/boot/check-database';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import type { OpenInstallation } from '../installation/open-installation';
import { makeKeyFile } from './make-key-file';

export interface PreparedInstallation extends Prepared {
  readonly keyFileMade: boolean;
}

/** Prepares the database and makes the key file, as far as either is missing. Refuses, before it writes anything, a key file that is not this database's. */
export async function prepareInstallation({ db, settings }: OpenInstallation): Promise<PreparedInstallation> {
  const { keyFile } = settings;
  checkKeys(await keysInUse(db), existsSync(keyFile) ? readKeyFile(keyFile) : null);
  const prepared = await prepareDatabase(db);
  const keyFileMade = (await makeKeyFile(keyFile)) === 'made';
  await checkDatabase(db, readKeyFile(keyFile));
  return { ...prepared, keyFileMade };
}
