import { open, readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { Settings } from '@app/runtime/config/settings';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import { journalLine, journalName, readJournalLine } from '@app/persistence/recover/journal-entry';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';

/** Keeps the ledger outside the database too, as JSON lines: an old backup that comes back forgets no stop. */
@Injectable()
export class LedgerJournalReactor implements Reactor, OnModuleInit {
  readonly name = 'ledger-journal';
  readonly batch = 100;
  readonly concurrency = 1;
  private written: Set<string> | undefined;

  constructor(
    private readonly suppressions: SuppressionStore,
    private readonly settings: Settings,
  ) {}

  /** A journal that cannot be written keeps the service from starting: throws `JournalUnusable`. */
  async onModuleInit(): Promise<void> {
    const path = this.settings.ledgerJournal;
    if (path === undefined) return;
    try {
      await endTornLine(path);
      await this.journalled(path);
    } catch (cause) {
      throw new JournalUnusable(path, cause);
    }
  }

  keyOf({ collection, operation, id }: Change): string | undefined {
    const concerns = collection === COLLECTIONS.suppressions && operation === 'insert';
    return concerns && this.settings.ledgerJournal !== undefined ? id : undefined;
  }

  /** Every suppression this journal does not hold; the journal itself says which. */
  async *waiting(): AsyncIterable<string> {
    if (this.settings.ledgerJournal === undefined) return;
    const written = await this.journalled(this.settings.ledgerJournal);
    for await (const id of this.suppressions.ids()) if (!written.has(journalName(id))) yield id;
  }

  async react(ids: readonly string[]): Promise<Reaction> {
    const path = this.settings.ledgerJournal;
    if (path === undefined) return NOTHING_LEFT;
    const written = await this.journalled(path);
    const missing = ids.filter((id) => !written.has(journalName(id)));
    const found = await Promise.all(missing.map((id) => this.suppressions.find(id)));
    const lines = found.flatMap((entry) => (entry ? [journalLine(entry)] : []));
    const file = await open(path, 'a', 0o600);
    try {
      await file.appendFile(lines.join(''));
      await file.sync();
    } finally {
      await file.close();
    }
    for (const id of missing) written.add(journalName(id));
    return NOTHING_LEFT;
  }

  private async journalled(path: string): Promise<Set<string>> {
    this.written ??= new Set((await readFile(path, 'utf8')).split('\n').flatMap(idOf));
    return this.written;
  }
}

/** A crash can cut the last line short; what is written next must not hang on it. */
async function endTornLine(path: string): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    const written = await file.readFile('utf8');
    if (written !== '' && !written.endsWith('\n')) await file.appendFile('\n');
  } finally {
    await file.close();
  }
}

function idOf(line: string): string[] {
  const entry = readJournalLine(line);
  return entry ? [entry._id] : [];
}

/** The ledger's journal cannot be read or written where the settings say. */
export class JournalUnusable extends Error {
  readonly code = 'JOURNAL_UNUSABLE';
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(`LEDGER_JOURNAL ${path} cannot be written; make its folder, or name another file.`, { cause });
  }
}
