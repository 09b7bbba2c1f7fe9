import { judged, tableOf, times, type Row } from '../figures/report-lines';
import type { JobFigures, QueueFigures } from './figures';
import { BACKLOG } from './measure';

const MORE_THAN_AGENDA = { atLeast: 5 };
const MORE_THAN_GRAPHILE = { atLeast: 1 };
const SHARE_OF_SERVER = { atMost: 0.2 };

/** The table of all queues, and whether each target holds. */
export function reportJobs(jobs: JobFigures): string {
  const ours = { name: 'ours', ...jobs };
  const agenda = jobs.beside.find(({ name }) => name === 'Agenda');
  const pickup = ratio(ours.pickupP50Ms, agenda?.pickupP50Ms);
  return tableOf(`A backlog of ${BACKLOG} jobs, and jobs one at a time`, [
    ...[ours, ...jobs.beside].map(rowOf),
    ['jobs a second over Agenda’s', times(jobs.overAgenda, MORE_THAN_AGENDA)],
    ['jobs a second over graphile-worker’s', times(jobs.overGraphile, MORE_THAN_GRAPHILE)],
    ['the same with its batches, which store no response', times(jobs.overGraphileInBatches, MORE_THAN_GRAPHILE)],
    ['pickup over Agenda’s', times(pickup, { atMost: 1 })],
    ...jobs.beside.map((other): Row => {
      const share = ratio(ours.serverMsPerJob, other.serverMsPerJob);
      const said = share === null ? 'not measured' : judged(share.toFixed(2), share, SHARE_OF_SERVER);
      return [`the server’s time for a job over that of ${other.name}`, said];
    }),
  ]);
}

function rowOf({ name, perSecond, pickupP50Ms, serverMsPerJob }: QueueFigures): Row {
  const server = serverMsPerJob === null ? 'server unknown' : `server ${serverMsPerJob.toFixed(3)} ms a job`;
  return [
    name,
    `${perSecond.toFixed(0).padStart(6)} a second  pickup ${pickupP50Ms.toFixed(1).padStart(5)} ms  ${server}`,
  ];
}

function ratio(ours: number | null, other: number | null | undefined): number | null {
  return ours === null || other === null || other === undefined || other === 0 ? null : ours / other;
}
