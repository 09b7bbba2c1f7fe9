import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { Settings } from '@app/runtime/config/settings';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import type { Suppression } from '@app/persistence/recipients/recipient.schema';
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
    for await (const id of this.suppressions.ids()) if (!written.has(nameOf(id))) yield id;
  }

  async react(ids: readonly string[]): Promise<Reaction> {
    const path = this.settings.ledgerJournal;
    if (path === undefined) return NOTHING_LEFT;
    const written = await this.journalled(path);
    const missing = ids.filter((id) => !written.has(nameOf(id)));
    const found = await Promise.all(missing.map((id) => this.suppressions.find(id)));
    const lines = found.flatMap((entry) => (entry ? [toLine(entry)] : []));
    const file = await open(path, 'a', 0o600);
    try {
      await file.appendFile(lines.join(''));
      await file.sync();
    } finally {
      await file.close();
    }
    for (const id of missing) written.add(nameOf(id));
    return NOTHING_LEFT;
  }

  private async journalled(path: string): Promise<Set<string>> {
    this.written ??= new Set((await readFile(path, 'utf8')).split('\n').flatMap(idOf));
    return this.written;
  }
}

/** What a restore needs, and no word of a person's nor any mail's name: the journal outlives their erasure. */
function toLine({ _id, type, recipientIds, contactId, conversationId, because, at }: Suppression): string {
  return `${JSON.stringify({ _id: nameOf(_id), type, recipientIds, contactId, conversationId, because, at })}\n`;
}

/** An entry is named after the mail that asked for it, and a mail's own name tells of its writer. */
function nameOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
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

/** A line that a crash cut short names nothing: its suppression is written again. */
function idOf(line: string): string[] {
  try {
    const entry = JSON.parse(line) as { readonly _id?: unknown };
    return typeof entry._id === 'string' ? [entry._id] : [];
  } catch {
    return [];
  }
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
