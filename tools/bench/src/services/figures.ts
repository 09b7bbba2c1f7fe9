import { judged, seconds, tableOf } from '../figures/report-lines';

/** How long each app takes from its process's start to its being ready; the command line to the end of a command. */
export interface StartUpFigures {
  readonly slowestMs: number;
  readonly apps: readonly { readonly name: string; readonly p50Ms: number }[];
}

export const MOST_START_UP_MS = 3_000;

/** What the services cost with nothing to do, in percent of one core; null where the system does not tell. */
export interface IdleFigures {
  readonly percentTogether: number | null;
  readonly services: readonly { readonly name: string; readonly percent: number | null }[];
}

export const MOST_PERCENT = 2;

export function reportStartUp({ apps, slowestMs }: StartUpFigures): string {
  return tableOf('From an app’s start to its being ready, the command line’s to the end of a command', [
    ...apps.map(({ name, p50Ms }) => [name, seconds(p50Ms)] as const),
    ['the slowest, in ms', judged(slowestMs.toFixed(0), slowestMs, { atMost: MOST_START_UP_MS })],
  ]);
}

export function reportIdle({ services, percentTogether }: IdleFigures): string {
  const shown = (value: number | null): string => (value === null ? 'unknown here' : `${value.toFixed(2)} %`);
  return tableOf('The services with nothing to do, of one core', [
    ...services.map(({ name, percent }) => [name, shown(percent)] as const),
    [
      'together, in percent',
      percentTogether === null
        ? 'unknown here'
        : judged(percentTogether.toFixed(2), percentTogether, { atMost: MOST_PERCENT }),
    ],
  ]);
}
