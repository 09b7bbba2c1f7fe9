import { overFloorRows } from '../figures/over-floor';
import { ms, tableOf, times } from '../figures/report-lines';
import { LEAST_UNDER_POLLING, MOST_OVER_FLOOR, type Figures } from './figures';
import { FIRST_GENERATION } from './polling-model';

/** The figures as the operator reads them, and whether the targets hold. */
export function report(figures: Figures): string {
  const { hops, intervalMs } = FIRST_GENERATION;
  return tableOf(
    'From a contact’s mail stored to its answer accepted by SMTP, rules engine',
    [
      ...overFloorRows(figures, 'messages', { atMost: MOST_OVER_FLOOR }),
      ['polling p50 (modelled)', ms(figures.pollingP50Ms)],
      ['under polling', times(figures.underPolling, { atLeast: LEAST_UNDER_POLLING })],
    ],
    [
      'floor: one process, one turn and one claim (a transaction each), one SMTP send over a warm connection',
      `polling: a wait of 0 to ${intervalMs / 1000} s at each hop (${hops.join(', ')}), then the floor’s work`,
    ],
  );
}
