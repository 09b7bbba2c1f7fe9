import { offeredContacts } from '@app/peers/installation/offered-contacts';
import { percentile } from '../figures/percentile';
import { ms, tableOf, times } from '../figures/report-lines';
import type { BenchInstallation } from '../installation';
import { answerTo } from '../stored-to-smtp/answer-to';
import { lengthen } from './lengthen';

/** One more turn of a short conversation and of a long one; times in milliseconds. */
export interface SizeFigures {
  readonly shortMessages: number;
  readonly longMessages: number;
  readonly shortP50Ms: number;
  readonly longP50Ms: number;
  readonly ratio: number;
}

export const MOST_OVER_SHORT = 1.5;

const SHORT = 10;
const LONG = 10_000;
const WARM_UP = 10;
const MEASURED = 60;

/** Asks in a conversation of 10 messages and in one of 10,000, by turns, and compares the answers' times. */
export async function measureSize(
  installation: BenchInstallation,
  report: (line: string) => void,
): Promise<SizeFigures> {
  const [short, long] = await offeredContacts(installation.db, ['short', 'long']);
  if (!short || !long) throw new Error('no contact was written to');
  for (const opening of [short, long]) await answerTo(opening, 'first', installation);
  await lengthen(installation.db, short, SHORT - 1);
  await lengthen(installation.db, long, LONG - 1);
  report(`one conversation has ${SHORT} messages, another ${LONG}; ${MEASURED} questions in each, by turns`);

  const shortMs: number[] = [];
  const longMs: number[] = [];
  for (let number = 0; number < WARM_UP + MEASURED; number += 1) {
    const tookShort = await answerTo(short, `question-${number}`, installation);
    const tookLong = await answerTo(long, `question-${number}`, installation);
    if (number < WARM_UP) continue;
    shortMs.push(tookShort);
    longMs.push(tookLong);
  }
  const [shortP50Ms, longP50Ms] = [percentile(shortMs, 0.5), percentile(longMs, 0.5)];
  return { shortMessages: SHORT, longMessages: LONG, shortP50Ms, longP50Ms, ratio: longP50Ms / shortP50Ms };
}

export function reportSize({ shortMessages, longMessages, shortP50Ms, longP50Ms, ratio }: SizeFigures): string {
  return tableOf('One more turn, from a mail stored to its answer accepted by SMTP', [
    [`in a conversation of ${shortMessages} messages, p50`, ms(shortP50Ms)],
    [`in a conversation of ${longMessages} messages, p50`, ms(longP50Ms)],
    ['the long one takes as long', times(ratio, { atMost: MOST_OVER_SHORT })],
  ]);
}
