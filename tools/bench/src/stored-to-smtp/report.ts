import { FIRST_GENERATION } from './polling-model';
import { LEAST_UNDER_POLLING, MOST_OVER_FLOOR, type Figures } from './figures';

/** The figures as the operator reads them, and whether the targets hold. */
export function report(figures: Figures): string {
  const { hops, intervalMs } = FIRST_GENERATION;
  const rows: [string, string][] = [
    ['messages measured, one after another', String(figures.count)],
    ['p50', ms(figures.p50Ms)],
    ['p99', ms(figures.p99Ms)],
    ['floor p50 (measured)', ms(figures.floorP50Ms)],
    ['polling p50 (modelled)', ms(figures.pollingP50Ms)],
    ['over the floor', target(figures.overFloor, figures.overFloor <= MOST_OVER_FLOOR, `at most ${MOST_OVER_FLOOR}`)],
    [
      'under polling',
      target(figures.underPolling, figures.underPolling >= LEAST_UNDER_POLLING, `at least ${LEAST_UNDER_POLLING}`),
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'From a contact’s mail stored to its answer accepted by SMTP, rules engine:',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '  floor: one process, one turn and one claim (a transaction each), one SMTP send over a warm connection',
    `  polling: a wait of 0 to ${intervalMs / 1000} s at each hop (${hops.join(', ')}), then the floor’s work`,
  ].join('\n');
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function target(value: number, holds: boolean, wanted: string): string {
  return `${value.toFixed(2)} times  (${wanted}: ${holds ? 'holds' : 'DOES NOT HOLD'})`;
}
