import type { ClientSession } from 'mongoose';
import { reopen, stopCompany } from '../companies/write-company';
import type { CommandStore } from '../commands/command.store';
import type { Database } from '../database';
import { journalName, ledgerIdOf, type JournalEntry } from './journal-entry';

/**
 * Brings back, in their order, the entries of the journal that the ledger lacks: first the guards, so that nothing can
 * leave any more, then the contacts, by commands that a brain carries out. Again it changes nothing. How many there were.
 */
export async function importJournal(
  db: Database,
  commands: CommandStore,
  entries: readonly JournalEntry[],
): Promise<number> {
  const known = new Set<string>();
  for await (const { _id } of db.suppressions.find({}, { _id: 1 }).lean().cursor()) known.add(journalName(_id));
  const missing = entries.filter(({ _id }) => !known.has(_id));
  for (const entry of missing) await importEntry(db, entry);

  // From all entries, not the missing alone: a process may have ended between the two.
  for (const [contactId, entry] of await lastWords(db, entries)) {
    if (entry.type === 'lifted' || entry.because === 'bounced') continue;
    const type = entry.because === 'erased' ? 'eraseContact' : 'stopContact';
    await commands.queueOnce(`${ledgerIdOf(entry)}:${contactId}`, { type, contactId });
  }
  return missing.length;
}

function importEntry(db: Database, entry: JournalEntry): Promise<void> {
  return db.transaction(async (session) => {
    await writeGuards(db, session, entry);
    await writeCompanies(db, session, entry);
    const { _id: _name, ...known } = entry;
    const nothing = { reason: '', messageId: null, cancelledMessages: [], cancelledTimers: [] };
    const _id = ledgerIdOf(entry);
    await db.suppressions.insertMany([{ _id, ...known, ...nothing }], { session });
  });
}

/** Its contacts are then stopped one by one, as when it was stopped first. */
async function writeCompanies(db: Database, session: ClientSession, entry: JournalEntry): Promise<void> {
  const { type, companies = [] } = entry;
  if (type === 'lifted') return reopen(db, session, companies);
  for (const company of companies) await stopCompany(db, session, company, ledgerIdOf(entry));
}

async function writeGuards(db: Database, session: ClientSession, entry: JournalEntry): Promise<void> {
  const { type, recipientIds } = entry;
  if (type === 'lifted') {
    const lifted = { $set: { suppressed: false, suppression: null, passed: [] } };
    await db.recipients.updateMany({ _id: { $in: recipientIds } }, lifted, { session });
    return;
  }
  const suppressed = { suppressed: true, suppression: ledgerIdOf(entry), passed: [] };
  const fresh = { claimId: null, bindings: [] };
  for (const _id of recipientIds) {
    await db.recipients.updateOne({ _id }, { $set: suppressed, $setOnInsert: fresh }, { session, upsert: true });
  }
}

/** For each contact that the guards name and that is not stopped, what the journal said of it last. */
async function lastWords(db: Database, entries: readonly JournalEntry[]): Promise<ReadonlyMap<string, JournalEntry>> {
  const last = new Map<string, JournalEntry>();
  for (const entry of entries) for (const id of entry.recipientIds) last.set(id, entry);
  const said = new Map<string, JournalEntry>();
  const guards = db.recipients.find({ _id: { $in: [...last.keys()] } }, { bindings: 1 }).lean();
  for await (const { _id, bindings } of guards.cursor()) {
    const entry = last.get(_id);
    if (entry) for (const { contactId } of bindings) said.set(contactId, entry);
  }
  const stopped = await db.contacts
    .find({ _id: { $in: [...said.keys()] }, stoppedAt: { $ne: null } }, { _id: 1 })
    .lean();
  for (const { _id } of stopped) if (said.get(_id)?.because !== 'erased') said.delete(_id);
  return said;
}
