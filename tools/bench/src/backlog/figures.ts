import { percentile } from '../figures/percentile';
import { perSecond, tableOf, times } from '../figures/report-lines';

/** One backlog drained. */
export interface Drained {
  readonly tookMs: number;
  /** User and system time of the process that drained it; null where the system does not tell. */
  readonly processorMs: number | null;
}

export interface BacklogRounds {
  readonly conversations: number;
  readonly ours: readonly Drained[];
  /** Empty where BullMQ could not run. */
  readonly bullmq: readonly Drained[];
}

export interface PipelineFigures {
  readonly perSecond: number;
  readonly processorMsPerConversation: number | null;
}

export interface BacklogFigures extends PipelineFigures {
  readonly conversations: number;
  readonly bullmq: PipelineFigures | null;
  /** Our rate over that of BullMQ's; null where that could not run. */
  readonly overBullmq: number | null;
}

export const LEAST_OVER_BULLMQ = 2.5;

export function backlogFiguresOf({ conversations, ours, bullmq }: BacklogRounds): BacklogFigures {
  const own = figuresOf(ours, conversations);
  const other = bullmq.length === 0 ? null : figuresOf(bullmq, conversations);
  return { conversations, ...own, bullmq: other, overBullmq: other && own.perSecond / other.perSecond };
}

export function reportBacklog({ conversations, bullmq, overBullmq, ...own }: BacklogFigures): string {
  return tableOf(
    `A backlog of ${conversations} conversations, from one question stored in each to all answers queued for the gateway`,
    [
      ['ours', inWords(own)],
      ['BullMQ and MongoDB', bullmq === null ? 'not measured' : inWords(bullmq)],
      ['over that', times(overBullmq, { atLeast: LEAST_OVER_BULLMQ })],
    ],
    [
      'each one process on the same MongoDB; the same decision and letter, committed on a majority: ours shares transactions',
    ],
  );
}

function figuresOf(rounds: readonly Drained[], conversations: number): PipelineFigures {
  const median = (values: readonly number[]): number => percentile(values, 0.5);
  const known = rounds.flatMap(({ processorMs }) => processorMs ?? []);
  return {
    perSecond: (1000 * conversations) / median(rounds.map(({ tookMs }) => tookMs)),
    processorMsPerConversation: known.length === 0 ? null : median(known) / conversations,
  };
}

function inWords({ perSecond: rate, processorMsPerConversation }: PipelineFigures): string {
  const own = processorMsPerConversation === null ? 'unknown' : `${processorMsPerConversation.toFixed(2)} ms`;
  return `${perSecond(rate)}, its own processor time ${own} a conversation`;
}
