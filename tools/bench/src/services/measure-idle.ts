import { setTimeout as pause } from 'node:timers/promises';
import type { RunningService } from '@app/peers/installation/built-services';
import type { Measured } from '../figures/measured';
import { processorMs } from '../servers/processor-ms';
import type { IdleFigures } from './figures';
import { SERVICES, startServiceStage } from './service-stage';

/**
 * What follows a start is over by then: alarms being set, instances getting to know one another, compilers, and, half a
 * minute later, what they left behind being collected.
 */
const SETTLE_MS = 40_000;
/** A whole minute: it holds one sweep of each service. */
const IDLE_MS = 60_000;

export async function measureIdle(report: (line: string) => void): Promise<Measured<IdleFigures>> {
  const stage = await startServiceStage(report);
  try {
    const running: { readonly name: string; readonly service: RunningService }[] = [];
    for (const name of SERVICES) {
      const service = await stage.start(name);
      stage.closeFirst(() => service.stop());
      running.push({ name, service });
    }
    report(`${SERVICES.join(', ')} have nothing to do for a minute`);
    await pause(SETTLE_MS);
    const used = (): readonly (number | null)[] => running.map(({ service }) => processorMs(service.pid));
    const [before, begunAt] = [used(), performance.now()];
    await pause(IDLE_MS);
    const [after, tookMs] = [used(), performance.now() - begunAt];
    const services = running.map(({ name }, index) => ({
      name,
      percent: percent(before[index], after[index], tookMs),
    }));
    const percentTogether = sum(services.map((service) => service.percent));
    return { figures: { percentTogether, services }, mongod: stage.mongod };
  } finally {
    await stage.stop();
  }
}

function percent(before: number | null | undefined, after: number | null | undefined, tookMs: number): number | null {
  if (before === null || before === undefined || after === null || after === undefined) return null;
  return (100 * (after - before)) / tookMs;
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}
