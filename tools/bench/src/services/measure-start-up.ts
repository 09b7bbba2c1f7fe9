import { agent } from '@app/peers/installation/built-services';
import type { Measured } from '../figures/measured';
import { percentile } from '../figures/percentile';
import type { StartUpFigures } from './figures';
import { SERVICES, startServiceStage } from './service-stage';

const STARTS = 3;

export async function measureStartUp(report: (line: string) => void): Promise<Measured<StartUpFigures>> {
  const stage = await startServiceStage(report);
  try {
    const apps: { readonly name: string; readonly p50Ms: number }[] = [];
    for (const name of SERVICES) {
      const start = async () => {
        const service = await stage.start(name);
        return () => service.stop();
      };
      apps.push({ name, p50Ms: await medianStart(start) });
    }
    const command = async () => {
      await agent(['account', 'list'], stage.env);
      return () => Promise.resolve();
    };
    apps.push({ name: 'cli', p50Ms: await medianStart(command) });
    const slowestMs = Math.max(...apps.map(({ p50Ms }) => p50Ms));
    return { figures: { slowestMs, apps }, mongod: stage.mongod };
  } finally {
    await stage.stop();
  }
}

/** Milliseconds; what a start gives ends what was started, and is not counted. */
async function medianStart(start: () => Promise<() => Promise<void>>): Promise<number> {
  const took: number[] = [];
  for (let index = 0; index < STARTS; index += 1) {
    const begunAt = performance.now();
    const end = await start();
    took.push(performance.now() - begunAt);
    await end();
  }
  return percentile(took, 0.5);
}
