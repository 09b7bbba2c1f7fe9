import { KeyRing } from '@app/persistence/keys/key-ring';
import { addKey } from '@app/persistence/keys/new-key';
import { resealAccounts } from '@app/persistence/keys/reseal-accounts';
import { loadKeyFile } from '@app/runtime/config/read-key-file';
import { replaceKeyFile } from '../../init/make-key-file';
import type { OpenInstallation } from '../../installation/open-installation';
import { refuseWhileRunning } from './refuse-while-running';

type Parts = Pick<OpenInstallation, 'db' | 'settings'>;

/** Seals the accounts' secrets with a key made for it; how many accounts. The key is in the file before it is used. */
export async function rekeyAccounts({ db, settings }: Parts): Promise<number> {
  await refuseWhileRunning(db);
  const file = addKey(loadKeyFile(settings.keyFile), 'secrets');
  await replaceKeyFile(settings.keyFile, file);
  return resealAccounts(db, new KeyRing(file));
}

/** Makes the key under which the ledger knows addresses from now on; those it knows are found by the old ones. */
export async function rekeyLedger({ db, settings }: Parts): Promise<void> {
  await refuseWhileRunning(db);
  await replaceKeyFile(settings.keyFile, addKey(loadKeyFile(settings.keyFile), 'ledger'));
}
