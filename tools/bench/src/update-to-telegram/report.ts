import { MOST_OVER_FLOOR, type Figures } from './figures';

/** The figures as the operator reads them, and whether the targets hold. */
export function reportTelegram(figures: Figures): string {
  const rows: [string, string][] = [
    [
      `${figures.chats} chats at once, all answered after`,
      `${seconds(figures.tookMs)}  (the limits leave no less than ${seconds(figures.leastMs)})`,
    ],
    ['refused with 429', target(String(figures.refused), figures.refused === 0, 'none')],
    ['questions measured, one after another', String(figures.count)],
    ['p50', ms(figures.p50Ms)],
    ['p99', ms(figures.p99Ms)],
    ['floor p50 (measured)', ms(figures.floorP50Ms)],
    [
      'over the floor',
      target(
        `${figures.overFloor.toFixed(2)} times`,
        figures.overFloor <= MOST_OVER_FLOOR,
        `at most ${MOST_OVER_FLOOR}`,
      ),
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'From the end of the gathering to the answer handed to Telegram, rules engine:',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '  floor: one process, one stored write, one claim (a transaction), one call of the Bot API over a warm connection',
  ].join('\n');
}

function seconds(value: number): string {
  return `${(value / 1000).toFixed(1)} s`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function target(value: string, holds: boolean, wanted: string): string {
  return `${value}  (${wanted}: ${holds ? 'holds' : 'DOES NOT HOLD'})`;
}
