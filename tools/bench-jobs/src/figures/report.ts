import { BACKLOG } from './measure';
import type { JobFigures, QueueFigures } from './figures';

const MORE_THAN_AGENDA = 5;
const SHARE_OF_SERVER = 0.2;

/** The table of all queues, and whether each target holds. */
export function report(jobs: JobFigures): string {
  const ours = { name: 'ours', ...jobs };
  const agenda = jobs.beside.find(({ name }) => name === 'Agenda');
  return [
    `A backlog of ${BACKLOG} jobs, and jobs one at a time:`,
    ...[ours, ...jobs.beside].map(line),
    target(
      `jobs a second over Agenda’s, at least ${MORE_THAN_AGENDA}`,
      jobs.overAgenda,
      (it) => it >= MORE_THAN_AGENDA,
    ),
    target('jobs a second over graphile-worker’s, at least 1', jobs.overGraphile, (it) => it >= 1),
    target('the same with its batches, which store no response', jobs.overGraphileInBatches, (it) => it >= 1),
    target('pickup over Agenda’s, at most 1', ratio(ours.pickupP50Ms, agenda?.pickupP50Ms), (it) => it <= 1),
    ...jobs.beside.map((other) =>
      target(
        `the server’s time for a job over that of ${other.name}, at most ${SHARE_OF_SERVER}`,
        ratio(ours.serverMsPerJob, other.serverMsPerJob),
        (it) => it <= SHARE_OF_SERVER,
      ),
    ),
  ].join('\n');
}

function line({ name, perSecond, pickupP50Ms, serverMsPerJob }: QueueFigures): string {
  const server = serverMsPerJob === null ? 'server unknown' : `server ${serverMsPerJob.toFixed(3)} ms a job`;
  return `  ${name.padEnd(28)}${perSecond.toFixed(0).padStart(6)} a second  pickup ${pickupP50Ms.toFixed(1).padStart(5)} ms  ${server}`;
}

function target(what: string, value: number | null, holds: (value: number) => boolean): string {
  if (value === null) return `  ${what}: not measured`;
  return `  ${what}: ${value.toFixed(2)}, ${holds(value) ? 'holds' : 'DOES NOT HOLD'}`;
}

function ratio(ours: number | null, other: number | null | undefined): number | null {
  return ours === null || other === null || other === undefined || other === 0 ? null : ours / other;
}
