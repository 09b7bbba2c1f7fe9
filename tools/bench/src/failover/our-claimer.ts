import mongoose from 'mongoose';
import { Database } from '@app/persistence/database';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { JobStore } from '@app/persistence/jobs/job.store';
import { prepareDatabase } from '@app/persistence/prepare-database';
import { aJob } from '../jobs/queues/a-job';
import { startIdleHost } from '../jobs/queues/idle-host';
import { ASKING_OPTIONS, type Claimer } from './claimer';

const DATABASE = 'ours';

/** Our own queue, asked by a client of its own, its host on the clients a host has. */
export async function ourClaimer(uri: string): Promise<Claimer> {
  const options = { ...ASKING_OPTIONS, dbName: DATABASE, autoCreate: false, autoIndex: false };
  const db = new Database(await mongoose.createConnection(uri, options).asPromise());
  await prepareDatabase(db);
  const store = new JobStore(db);
  const queue = await JobQueue.open(uri, DATABASE);
  const host = await startIdleHost(uri, DATABASE, queue);
  return {
    name: 'ours',
    ask: () => db.transaction((session) => store.insert(session, [aJob('flow')])),
    nextClaim: () => host.nextJob(),
    async close() {
      await host.stop();
      await queue.close();
      await db.connection.close();
    },
  };
}
