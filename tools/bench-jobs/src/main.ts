import { writeFile } from 'node:fs/promises';
import { errorWords } from '@app/runtime/error-words';
import { machine } from '../../bench/src/figures/machine';
import { choices } from './choices';
import { compared, figuresOf } from './figures/figures';
import { measure } from './figures/measure';
import { report } from './figures/report';
import { agendaQueue } from './queues/agenda';
import { graphileQueue } from './queues/graphile';
import { ourQueue } from './queues/ours';
import { installPeers } from './queues/peers';
import type { Queue } from './queues/queue';
import { startMongodUnderTest, type MongodUnderTest } from './servers/mongod';
import { startPostgres } from './servers/postgres';

/** Measures the queue of LLM jobs beside two others, says whether the targets hold, and ends with 0 either way. */
async function bench(): Promise<void> {
  const { json } = choices(process.argv.slice(2));
  const say = (line: string): void => console.log(line);
  const closing: (() => Promise<void>)[] = [];
  try {
    const mongod = await startMongodUnderTest();
    closing.push(() => mongod.stop());
    const ours = await ourQueue(mongod);
    closing.push(() => ours.close());
    const others = await otherQueues(mongod, closing, say);

    const [own, ...beside] = (await measure([ours, ...others])).map(figuresOf);
    if (!own) throw new Error('nothing was measured');
    const jobs = compared(own, beside);
    say(report(jobs));
    const facts = machine(mongod.version);
    say(`  on: ${facts.cpus} × ${facts.cpu}, Node ${facts.node}, MongoDB ${facts.mongod}`);
    if (json !== undefined) await writeFile(json, `${JSON.stringify({ machine: facts, jobs }, null, 2)}\n`);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Those that can run here; of the rest it says why not. */
async function otherQueues(
  mongod: MongodUnderTest,
  closing: (() => Promise<void>)[],
  say: (line: string) => void,
): Promise<readonly Queue[]> {
  const load = await installPeers();
  if ('because' in load) {
    say(`Agenda and graphile-worker are skipped: ${load.because}`);
    return [];
  }
  const queues = [await agendaQueue(load, mongod)];
  const postgres = await startPostgres();
  if (postgres.type === 'running') {
    closing.push(() => postgres.stop());
    queues.push(await graphileQueue(load, postgres, 'one by one'), await graphileQueue(load, postgres, 'in batches'));
  } else {
    say(`graphile-worker is skipped: ${postgres.because}`);
  }
  closing.push(...queues.map((queue) => () => queue.close()));
  return queues;
}

bench()
  .catch((error: unknown) => {
    process.stderr.write(`Could not measure. ${errorWords(error)}\n`);
    process.exitCode = 1;
  })
  // Agenda leaves a timer of five minutes behind for each of its jobs.
  .finally(() => process.exit());
