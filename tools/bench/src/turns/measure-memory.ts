import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@app/persistence/database';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { offeredContacts } from '@app/peers/installation/offered-contacts';
import { storedReply } from '@app/peers/installation/stored-reply';
import { standingConversations } from '../backlog/standing-conversations';
import type { BenchInstallation } from '../installation';
import { memoryFiguresOf, type MemoryFigures, type MemorySample } from './figures';
import { QUESTION } from '../question';

/** What a question leads to: it was written, and it was understood. */
const TURNS_A_QUESTION = 2;
/** So that each tenth has several. */
const WAVES = 100;
const WAVE_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 20;
const BYTES_A_MB = 1024 * 1024;

/**
 * Takes one brain through so many turns, each question in a conversation of its own, and reads its resident memory after
 * each wave of them. Needs `/proc`.
 */
export async function measureMemory(
  installation: BenchInstallation,
  turns: number,
  report: (line: string) => void,
): Promise<MemoryFigures> {
  const { db, brain, gateway, now } = installation;
  const [opening] = await offeredContacts(db, ['turns']);
  if (!opening) throw new Error('no contact was written to');
  await gateway.stop();
  const wave = Math.ceil(turns / TURNS_A_QUESTION / WAVES);
  const questions = wave * WAVES;
  report(`making ${questions} conversations`);
  const openings = await standingConversations(db, opening, questions);
  report(`a question in each, which is ${TURNS_A_QUESTION} turns`);

  const before = await db.turns.estimatedDocumentCount();
  const samples: MemorySample[] = [];
  const startedAt = performance.now();
  for (let asked = 0; asked < questions; asked += wave) {
    await ask(db, openings.slice(asked, asked + wave), now());
    samples.push({ turns: (await db.turns.estimatedDocumentCount()) - before, mb: await residentMb(brain.pid) });
  }
  const figures = memoryFiguresOf(samples, performance.now() - startedAt);
  if (figures.turns !== TURNS_A_QUESTION * questions)
    throw new Error(`${questions} questions led to ${figures.turns} turns`);
  return figures;
}

async function ask(db: Database, openings: readonly OutboxMessage[], storedAt: Date): Promise<void> {
  const messages = openings.map((opening) => storedReply(opening, { name: 'turns', text: QUESTION, storedAt }));
  await db.native(db.messages).insertMany(messages);
  const giveUpAt = performance.now() + WAVE_LIMIT_MS;
  while (await waits(db)) {
    if (performance.now() > giveUpAt) throw new Error('a wave of questions was not taken up within a minute');
    await pause(LOOK_AGAIN_MS);
  }
}

async function waits(db: Database): Promise<boolean> {
  const waiting = await Promise.all([
    db.messages.exists({ state: 'new' }),
    db.messages.exists({ unhandledFor: { $exists: true } }),
  ]);
  return waiting.some((one) => one !== null);
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kb = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  return (kb * 1024) / BYTES_A_MB;
}
