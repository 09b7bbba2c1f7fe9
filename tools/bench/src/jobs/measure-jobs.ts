import type { Measured } from '../figures/measured';
import { installPeers } from '../install-peers';
import { startMongodUnderTest, type MongodUnderTest } from '../servers/mongod-under-test';
import { startPostgres } from '../servers/postgres';
import { compared, figuresOf, type JobFigures } from './figures';
import { measure } from './measure';
import { agendaQueue } from './queues/agenda';
import { graphileQueue } from './queues/graphile';
import { ourQueue } from './queues/ours';
import type { Queue } from './queues/queue';

type Closing = (() => Promise<void>)[];

/** Measures the queue of LLM jobs beside others; those that cannot run here are skipped with the reason. */
export async function measureJobs(report: (line: string) => void): Promise<Measured<JobFigures>> {
  const closing: Closing = [];
  try {
    const mongod = await startMongodUnderTest();
    closing.push(() => mongod.stop());
    const ours = await ourQueue(mongod);
    closing.push(() => ours.close());
    const others = await otherQueues(mongod, closing, report);
    const [own, ...beside] = (await measure([ours, ...others])).map(figuresOf);
    if (!own) throw new Error('nothing was measured');
    return { figures: compared(own, beside), mongod: mongod.version };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function otherQueues(
  mongod: MongodUnderTest,
  closing: Closing,
  report: (line: string) => void,
): Promise<readonly Queue[]> {
  const load = await installPeers();
  if ('because' in load) {
    report(`Agenda and graphile-worker are skipped: ${load.because}`);
    return [];
  }
  const queues = [await agendaQueue(load, mongod)];
  const postgres = await startPostgres();
  if ('because' in postgres) {
    report(`graphile-worker is skipped: ${postgres.because}`);
  } else {
    closing.push(() => postgres.stop());
    queues.push(await graphileQueue(load, postgres, 'one by one'), await graphileQueue(load, postgres, 'in batches'));
  }
  closing.push(...queues.map((queue) => () => queue.close()));
  return queues;
}
