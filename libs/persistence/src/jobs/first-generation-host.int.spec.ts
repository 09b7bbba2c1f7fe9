import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describeUnless } from '../../../../test/support/describe-unless';
import { preparedDatabase } from '../../../../test/support/prepared-database';
import { PYMONGO_FOLDER, pymongoLacks } from '../../../../test/support/pymongo';
import { testDatabase } from '../../../../test/support/test-database';
import type { Database } from '../database';
import { aJob } from '../testing/a-job';
import { askFor } from '../testing/ask-for-jobs';
import { JobQueue } from './job-queue';
import { JobStore } from './job.store';

/** It knows four fields and the namespace, and asks its "model" with the prompt alone. */
const HOST = `
import sys, pymongo

jobs = pymongo.MongoClient(sys.argv[1])[sys.argv[2]]["llm_jobs"]

def ask_model(model, prompt):
    if "cannot" in prompt:
        raise RuntimeError("the model is out of memory")
    return '{"said": "%s of %d characters"}' % (model, len(prompt))

while True:
    job = jobs.find_one({"status": "pending"})
    if job is None:
        break
    try:
        answer = ask_model(job["model"], job["prompt"])
        done = {"status": "completed", "response": answer}
    except RuntimeError:
        done = {"status": "failed"}
    jobs.update_one({"_id": job["_id"]}, {"$set": done})
`;

describeUnless(pymongoLacks(), 'a host of the first generation, written for another collection', () => {
  const database = testDatabase();
  let db: Database;

  beforeAll(async () => {
    db = await preparedDatabase(database);
  });

  afterAll(() => db.connection.close());

  it('does what waits, and is believed', async () => {
    await askFor(db, [
      aJob({ _id: 'a', model: 'small', prompt: 'Read this' }),
      aJob({ _id: 'b', prompt: 'You cannot' }),
      aJob({ _id: 'superseded' }),
    ]);
    const jobs = new JobStore(db);
    await db.transaction((session) => jobs.supersede(session, ['superseded'], 'event-2'));

    const child = spawn('python3', ['-c', HOST, database.uri, database.name], {
      env: { ...process.env, PYTHONPATH: PYMONGO_FOLDER },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([0, null]);

    expect(await jobs.settledAmong(['a', 'b', 'superseded'])).toEqual([
      { type: 'completed', id: 'a', response: '{"said": "small of 9 characters"}' },
      { type: 'failed', id: 'b' },
      { type: 'failed', id: 'superseded' },
    ]);
  });

  it('takes a job from a host of today without a trace of it left behind', async () => {
    await askFor(db, [aJob({ _id: 'both' })]);
    const queue = await JobQueue.open(database.uri, database.name);
    const held = await queue.claim('today', 1);
    await db.llmJobs.updateOne({ _id: 'both' }, { $set: { status: 'completed', response: 'first' } });

    expect(await queue.heartbeat(held)).toEqual(held);
    expect(await queue.settle(held.map((job) => ({ job, response: 'second' })))).toEqual(held);
    expect(await queue.untilLeaseEnds()).toBeNull();
    expect(await new JobStore(db).settledAmong(['both'])).toEqual([
      { type: 'completed', id: 'both', response: 'first' },
    ]);
    await queue.close();
  });
});
