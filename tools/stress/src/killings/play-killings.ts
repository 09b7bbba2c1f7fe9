import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@app/persistence/database';
import type { Installation } from '@app/peers/installation/installation';
import { addContacts } from '@app/peers/installation/offered-contacts';
import type { Crew } from '../crew';
import type { Random } from '../random';
import { until } from '../until';
import type { Contacts } from './contacts';

export interface Killings {
  readonly installation: Installation;
  readonly crew: Crew;
  readonly random: Random;
  readonly contacts: Contacts;
  readonly contactIds: readonly string[];
  readonly seconds: number;
}

/** Every contact lives through its story while one process after another is killed; returns when all is quiet. */
export async function playKillings({ installation, crew, random, contacts, contactIds, seconds }: Killings) {
  const enough = new AbortController();
  const harassing = crew.harass(random, { least: 1_000, most: 4_000 }, enough.signal);
  await addContacts(installation.db, contactIds);
  await pause(seconds * 1000);
  enough.abort();
  await harassing;
  await untilQuiet(installation.db, contacts, contactIds.length);
}

/** Nothing waits, nothing is on its way, and nobody is writing, for three looks in a row. */
export async function untilQuiet(db: Database, contacts: Contacts, count: number): Promise<void> {
  let quietFor = 0;
  await until('all letters to be settled', LIMIT_MS, async () => {
    await contacts.quiet();
    quietFor = (await isQuiet(db, count)) ? quietFor + 1 : 0;
    return quietFor >= 8;
  });
}

async function isQuiet(db: Database, count: number): Promise<boolean> {
  const unhandled = { unhandledFor: { $exists: true } };
  const busy = await Promise.all([
    db.commands.countDocuments({ status: 'pending' }),
    db.messages.countDocuments({ $or: [{ state: 'new' }, unhandled] }),
    db.outbox.countDocuments({ $or: [{ status: { $in: ['queued', 'leased', 'handing-over'] } }, unhandled] }),
    db.conversations.countDocuments({ $or: [unhandled, { stage: 'drafting-offer' }] }),
  ]);
  return busy.every((waiting) => waiting === 0) && (await db.contacts.estimatedDocumentCount()) >= count;
}

/** A letter whose gateway died counts as under way until its hand-over has run out of time. */
const LIMIT_MS = 400_000;
