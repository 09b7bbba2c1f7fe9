import { createHash } from 'node:crypto';
import type { Suppression } from '../recipients/recipient.schema';

/** One line of the ledger's journal: what a restore needs, and no word of a person's nor any mail's name; a company's domain. */
export interface JournalEntry extends Pick<
  Suppression,
  'type' | 'recipientIds' | 'contactId' | 'conversationId' | 'because' | 'at' | 'companies'
> {
  /** The entry's id in the ledger, hashed. */
  readonly _id: string;
}

/** A line of the journal, with its line end: it outlives the person's erasure. */
export function journalLine({ _id, ...ledger }: Suppression): string {
  const { type, recipientIds, contactId, conversationId, because, at, companies } = ledger;
  const entry = { _id: journalName(_id), type, recipientIds, contactId, conversationId, because, at, companies };
  return `${JSON.stringify(entry)}\n`;
}

/** How the journal names an entry: after the mail that asked for it, and a mail's own name tells of its writer. */
export function journalName(ledgerId: string): string {
  if (ledgerId.startsWith(IMPORTED)) return ledgerId.slice(IMPORTED.length);
  return createHash('sha256').update(ledgerId).digest('hex');
}

/** The id in the ledger of an entry that came back from the journal. */
export function ledgerIdOf({ _id }: JournalEntry): string {
  return `${IMPORTED}${_id}`;
}

const IMPORTED = 'journal:';

/** Reads a line; null for one that a crash cut short: its entry was written again. */
export function readJournalLine(line: string): JournalEntry | null {
  try {
    const entry = JSON.parse(line) as JournalEntry;
    const isWhole = typeof entry._id === 'string' && Array.isArray(entry.recipientIds) && typeof entry.at === 'string';
    return isWhole ? { ...entry, at: new Date(entry.at) } : null;
  } catch {
    return null;
  }
}
