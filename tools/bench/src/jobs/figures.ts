import { percentile } from '../figures/percentile';
import { BACKLOG, type Measured } from './measure';

/** One queue's figures. */
export interface QueueFigures {
  readonly name: string;
  readonly perSecond: number;
  readonly pickupP50Ms: number;
  /** User and system time of the server for each job; null where the system does not tell. */
  readonly serverMsPerJob: number | null;
}

/** Ours, beside those it is compared with; a ratio is null where the other could not run. */
export interface JobFigures extends Omit<QueueFigures, 'name'> {
  /** Of the jobs a second. */
  readonly overAgenda: number | null;
  readonly overGraphile: number | null;
  /** The same with graphile-worker's local queue, by which it claims and completes in batches as ours does. */
  readonly overGraphileInBatches: number | null;
  readonly beside: readonly QueueFigures[];
}

export function figuresOf({ name, roundMs, serverMs, pickUpMs }: Measured): QueueFigures {
  return {
    name,
    perSecond: (1000 * BACKLOG) / percentile(roundMs, 0.5),
    pickupP50Ms: percentile(pickUpMs, 0.5),
    serverMsPerJob: serverMs === null ? null : serverMs / (BACKLOG * roundMs.length),
  };
}

export function compared({ name: _, ...ours }: QueueFigures, beside: readonly QueueFigures[]): JobFigures {
  const over = (name: string): number | null => {
    const other = beside.find((queue) => queue.name === name);
    return other ? ours.perSecond / other.perSecond : null;
  };
  return {
    ...ours,
    overAgenda: over('Agenda'),
    overGraphile: over('graphile-worker, one by one'),
    overGraphileInBatches: over('graphile-worker, in batches'),
    beside,
  };
}
