import { readFile } from 'node:fs/promises';
import { giveUpLetters } from '@app/persistence/recover/give-up-letters';
import { holdAccounts } from '@app/persistence/recover/hold-accounts';
import { holdBots } from '@app/persistence/recover/hold-bots';
import { importJournal } from '@app/persistence/recover/import-journal';
import { readJournalLine, type JournalEntry } from '@app/persistence/recover/journal-entry';
import { keepRecovery, recoveryOf } from '@app/persistence/recover/database-origin';
import { Mistake } from '../command-line/mistake.error';
import { codeOf } from '../command-line/code-of';
import type { OpenInstallation } from '../installation/open-installation';

/** What a recovery has done at once; the rest is for gateways and brains to do. */
export interface BegunRecovery {
  readonly lettersGivenUp: number;
  /** Entries of the ledger that only its journal knew. */
  readonly stopsBroughtBack: number;
}

type Parts = Pick<OpenInstallation, 'db' | 'commands' | 'clock' | 'settings'>;

/**
 * Holds all accounts and bots, gives up what was on its way when the backup was made, and brings back what the ledger's journal
 * knows. Broken off and called again it goes on: what is written since the letters were given up is left alone.
 */
export async function beginRecovery(installation: Parts, backupTime: Date): Promise<BegunRecovery> {
  const { db, commands, clock, settings } = installation;
  const entries = settings.ledgerJournal === undefined ? [] : await readJournal(settings.ledgerJournal);
  const standing = await recoveryOf(db);
  if (standing && standing.backupTime.getTime() !== backupTime.getTime()) {
    throw new Mistake(
      `The recovery from the backup of ${standing.backupTime.toISOString()} has not ended; give that time to go on with it.`,
    );
  }
  await keepRecovery(db, standing ?? { backupTime, lettersGivenUp: null });
  await holdAccounts(db, backupTime);
  await holdBots(db);
  const stopsBroughtBack = await importJournal(db, commands, entries);
  const lettersGivenUp = standing?.lettersGivenUp ?? (await giveUpLetters(db, backupTime, clock.now()));
  await keepRecovery(db, { backupTime, lettersGivenUp });
  return { lettersGivenUp, stopsBroughtBack };
}

async function readJournal(path: string): Promise<readonly JournalEntry[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').flatMap((line) => readJournalLine(line) ?? []);
  } catch (cause) {
    throw new Mistake(
      `LEDGER_JOURNAL ${path} cannot be read (${codeOf(cause)}); without it the stops since the backup are not known.`,
      { cause },
    );
  }
}
