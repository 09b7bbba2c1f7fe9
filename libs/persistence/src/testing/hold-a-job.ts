import { JobQueue } from '../jobs/job-queue';

/** A host that claims one job, says so, and works on it until it is killed. */
async function holdAJob(uri: string, dbName: string): Promise<void> {
  const queue = await JobQueue.open(uri, dbName);
  const held = await queue.claim('doomed', 1);
  process.stdout.write(`${held.map(({ _id }) => _id).join()}\n`);
  for (;;) await queue.heartbeat(held);
}

const [uri = '', dbName = ''] = process.argv.slice(2);
void holdAJob(uri, dbName);
