import { endRecovery } from '@app/persistence/recover/database-origin';
import { releaseAccounts } from '@app/persistence/recover/hold-accounts';
import { releaseBots } from '@app/persistence/recover/hold-bots';
import type { OpenInstallation } from '../installation/open-installation';
import { awaitRecovered, type Left } from './await-recovered';
import { beginRecovery, type BegunRecovery } from './begin-recovery';

export interface Recovered extends BegunRecovery, Left {
  /** Whether letters may leave again. */
  readonly ended: boolean;
  /** The ledger's journal; null where none is kept. */
  readonly journal: string | null;
}

/** How long nothing may go on before the operator is told what is missing. */
const PATIENCE_MS = 30_000;

/** Recovers from the restore of a backup, as far as it comes; called again it goes on. */
export async function recover(installation: OpenInstallation, backupTime: Date): Promise<Recovered> {
  const begun = await beginRecovery(installation, backupTime);
  const left = await awaitRecovered(installation, PATIENCE_MS);
  const ended = left.unread.length === 0 && left.waiting === 0;
  if (ended) {
    await releaseAccounts(installation.db);
    await releaseBots(installation.db);
    await endRecovery(installation.db);
  }
  return { ...begun, ...left, ended, journal: installation.settings.ledgerJournal ?? null };
}
