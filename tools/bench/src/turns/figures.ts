import { percentile } from '../figures/percentile';
import { judged, tableOf } from '../figures/report-lines';

/** The resident memory of the brain when it had taken so many turns. */
export interface MemorySample {
  readonly turns: number;
  readonly mb: number;
}

export interface MemoryFigures {
  readonly turns: number;
  readonly perSecond: number;
  /** The median of each tenth of the turns, in order. */
  readonly tenthsMb: readonly number[];
  /** The last tenth over the second: in the first the compilers and the heap find their size. */
  readonly growth: number;
}

export const MOST_GROWTH = 1.1;
const WINDOWS = 10;

export function memoryFiguresOf(samples: readonly MemorySample[], tookMs: number): MemoryFigures {
  const turns = Math.max(...samples.map((sample) => sample.turns));
  const tenthsMb = Array.from({ length: WINDOWS }, (_, window) => {
    const within = samples.filter((sample) => Math.ceil((WINDOWS * sample.turns) / turns) - 1 === window);
    return percentile(
      within.map(({ mb }) => mb),
      0.5,
    );
  });
  const [, second = 0] = tenthsMb;
  return { turns, perSecond: (1000 * turns) / tookMs, tenthsMb, growth: (tenthsMb.at(-1) ?? 0) / second };
}

export function reportMemory({ turns, perSecond, tenthsMb, growth }: MemoryFigures): string {
  return tableOf(`The memory of one brain over ${turns} turns`, [
    ['turns a second', perSecond.toFixed(0)],
    ['resident in each tenth, MB', tenthsMb.map((mb) => mb.toFixed(0)).join(' ')],
    ['the last over the second', judged(`${growth.toFixed(2)} times`, growth, { atMost: MOST_GROWTH })],
  ]);
}
