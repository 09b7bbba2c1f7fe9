import { overFloorRows } from '../figures/over-floor';
import { judged, seconds, tableOf } from '../figures/report-lines';
import { MOST_OVER_FLOOR, type Figures } from './figures';

/** The figures as the operator reads them, and whether the targets hold. */
export function reportTelegram(figures: Figures): string {
  const { chats, tookMs, leastMs, refused } = figures;
  return tableOf(
    'From the end of the gathering to the answer handed to Telegram, rules engine',
    [
      [
        `${chats} chats at once, all answered after`,
        `${seconds(tookMs)}  (the limits leave no less than ${seconds(leastMs)})`,
      ],
      ['refused with 429', judged(String(refused), refused, { atMost: 0 })],
      ...overFloorRows(figures, 'questions', { atMost: MOST_OVER_FLOOR }),
    ],
    ['floor: one process, one stored write, one claim (a transaction), one call of the Bot API over a warm connection'],
  );
}
