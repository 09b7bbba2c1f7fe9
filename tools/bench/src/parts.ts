import { measureBacklog } from './backlog/measure-backlog';
import { reportBacklog } from './backlog/figures';
import type { PartName } from './choices';
import { reportFailover } from './failover/figures';
import { measureFailover } from './failover/measure-failover';
import type { Measured } from './figures/measured';
import { inInstallation, type BenchInstallation } from './installation';
import { measureJobs } from './jobs/measure-jobs';
import { reportJobs } from './jobs/report';
import { reportIdle, reportStartUp } from './services/figures';
import { measureIdle } from './services/measure-idle';
import { measureStartUp } from './services/measure-start-up';
import { measureSize, reportSize } from './size/measure-size';
import { figuresOf } from './stored-to-smtp/figures';
import { measureStoredToSmtp } from './stored-to-smtp/measure-stored-to-smtp';
import { report as reportStoredToSmtp } from './stored-to-smtp/report';
import { measureThroughput } from './throughput/measure-throughput';
import { reportThroughput } from './throughput/throughput';
import { reportMemory } from './turns/figures';
import { measureMemory } from './turns/measure-memory';
import { measureUpdateToTelegram } from './update-to-telegram/measure-update-to-telegram';
import { reportTelegram } from './update-to-telegram/report';

type Report = (line: string) => void;

/** What a part found: its figures, as they are kept, and in words. */
export interface Found extends Measured<object> {
  readonly said: string;
}

export type Part = (report: Report) => Promise<Found>;

/** All that is measured by itself. */
export const MEASURED_PARTS: Readonly<Record<PartName, Part>> = {
  storedToSmtp: installed(
    async (installation, report) => figuresOf(await measureStoredToSmtp(installation, report)),
    reportStoredToSmtp,
  ),
  updateToTelegram: installed(measureUpdateToTelegram, reportTelegram),
  size: installed(measureSize, reportSize),
  throughput: installed(measureThroughput, reportThroughput),
  backlog: installed(measureBacklog, reportBacklog),
  jobs: apart(measureJobs, reportJobs),
  failover: apart(measureFailover, reportFailover),
  startUp: apart(measureStartUp, reportStartUp),
  idle: apart(measureIdle, reportIdle),
};

/** The memory of one brain over so many turns. */
export function turnsPart(turns: number): Part {
  return installed((installation, report) => measureMemory(installation, turns, report), reportMemory);
}

/** Measured with a brain and a gateway running. */
function installed<T extends object>(
  measure: (installation: BenchInstallation, report: Report) => Promise<T>,
  say: (figures: T) => string,
): Part {
  return apart((report) => inInstallation(report, measure), say);
}

/** Measured with servers of its own. */
function apart<T extends object>(measure: (report: Report) => Promise<Measured<T>>, say: (figures: T) => string): Part {
  return async (report) => {
    const measured = await measure(report);
    return { ...measured, said: say(measured.figures) };
  };
}
