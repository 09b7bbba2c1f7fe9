import { offeredContacts } from '@app/peers/installation/offered-contacts';
import type { BenchInstallation } from '../installation';
import { answerTo } from '../stored-to-smtp/answer-to';
import { explainAll } from './explain';
import { fill, type Amount } from './fill';

/** Fills the database, then shows for each hot query which index answers it and how many documents it read. */
export async function explainFilled(
  installation: BenchInstallation,
  amount: Amount,
  report: (line: string) => void,
): Promise<void> {
  const { db } = installation;
  const [opening] = await offeredContacts(db, ['template']);
  if (!opening) throw new Error('no contact was written to');
  await answerTo(opening, 'question', installation);
  report(`filling the database with ${amount.contacts} contacts and ${amount.messages} messages`);
  await fill(db, opening, amount, report);
  const explained = await explainAll(db);
  for (const { query, index, documentsRead, milliseconds } of explained) {
    report(`  ${index ?? 'NO INDEX'}, ${documentsRead} documents read, ${milliseconds} ms: ${query}`);
  }
  const without = explained.filter(({ index }) => index === null).length;
  report(without === 0 ? 'every hot query keeps to its index' : `${without} hot queries read whole collections`);
}
