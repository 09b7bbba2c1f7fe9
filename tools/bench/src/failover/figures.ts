import { percentile } from '../figures/percentile';
import { seconds, tableOf, times, type Row } from '../figures/report-lines';

/** What one queue did after one death; a claim that did not come in time counts as long as was waited for it. */
export interface FailoverRound {
  readonly name: string;
  /** From SIGKILL to the first write that a new primary acknowledged. */
  readonly electedMs: number;
  /** From there, when a job was asked for, to the beginning of its handler. */
  readonly claimedMs: number;
}

/** One queue's medians. */
export interface ClaimFigures {
  readonly name: string;
  readonly fromFirstWriteMs: number;
  readonly fromKillMs: number;
}

/** Ours, beside those it is compared with; a ratio is null where the other could not run. */
export interface FailoverFigures extends Omit<ClaimFigures, 'name'> {
  readonly deaths: number;
  readonly electedMs: number;
  /** Our share of the time the other needs from the first acknowledged write to its claim. */
  readonly overAgenda: number | null;
  readonly overPulse: number | null;
  /** The same from SIGKILL, the election included, which is MongoDB's and the same for all. */
  readonly fromKillOverAgenda: number | null;
  readonly fromKillOverPulse: number | null;
  readonly beside: readonly ClaimFigures[];
}

export const MOST_OVER_OTHERS = 0.1;

export function failoverFiguresOf(rounds: readonly FailoverRound[]): FailoverFigures {
  const of = (name: string): ClaimFigures | null => {
    const own = rounds.filter((round) => round.name === name);
    if (own.length === 0) return null;
    return {
      name,
      fromFirstWriteMs: median(own.map(({ claimedMs }) => claimedMs)),
      fromKillMs: median(own.map(({ electedMs, claimedMs }) => electedMs + claimedMs)),
    };
  };
  const ours = of('ours');
  if (!ours) throw new Error('nothing was measured');
  const [agenda, pulse] = [of('Agenda'), of('Pulse')];
  const over = (other: ClaimFigures | null, what: 'fromFirstWriteMs' | 'fromKillMs'): number | null =>
    other && ours[what] / other[what];
  const { name: _, ...own } = ours;
  return {
    deaths: rounds.filter(({ name }) => name === 'ours').length,
    electedMs: median(rounds.map(({ electedMs }) => electedMs)),
    ...own,
    overAgenda: over(agenda, 'fromFirstWriteMs'),
    overPulse: over(pulse, 'fromFirstWriteMs'),
    fromKillOverAgenda: over(agenda, 'fromKillMs'),
    fromKillOverPulse: over(pulse, 'fromKillMs'),
    beside: [agenda, pulse].filter((other) => other !== null),
  };
}

export function reportFailover(figures: FailoverFigures): string {
  const most = { atMost: MOST_OVER_OTHERS };
  return tableOf(
    'The first claim after the primary’s SIGKILL, three nodes, the worker idle',
    [
      ['deaths, all queues in each', String(figures.deaths)],
      ['until a new primary acknowledged a write', seconds(figures.electedMs)],
      ...[{ name: 'ours', ...figures }, ...figures.beside].map(rowOf),
      ['over Agenda’s', times(figures.overAgenda, most)],
      ['over Pulse’s', times(figures.overPulse, most)],
      ['over Agenda’s, with the election', shown(figures.fromKillOverAgenda)],
      ['over Pulse’s, with the election', shown(figures.fromKillOverPulse)],
    ],
    ['the election is MongoDB’s, and the same for all: the target is of what comes after it'],
  );
}

function rowOf({ name, fromFirstWriteMs, fromKillMs }: ClaimFigures): Row {
  return [name, `${fromFirstWriteMs.toFixed(0).padStart(5)} ms after that  ${seconds(fromKillMs)} after the kill`];
}

function shown(value: number | null): string {
  return value === null ? 'not measured' : `${value.toFixed(2)} times`;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
