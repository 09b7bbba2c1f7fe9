import { closedObject, wordOf } from '@app/llm-jobs/closed-schema';
import type { LlmJob } from '@app/llm-jobs/job';
import type { Database } from '@app/persistence/database';
import { aJob } from '@app/persistence/testing/a-job';
import { askFor } from '@app/persistence/testing/ask-for-jobs';
import { eventually } from './support/eventually';
import { preparedDatabase } from './support/prepared-database';
import { startHost, type ServiceProcess } from './support/service-process';
import { describeUnless } from './support/describe-unless';
import { smallModelLacks, startSmallModel, type SmallModel } from './support/small-model';
import { testDatabase } from './support/test-database';

const WITHIN_MS = 120_000;
const INTENTS = ['stop', 'demo', 'question'];

const database = testDatabase();
let db: Database;
let model: SmallModel;
let host: ServiceProcess;

describeUnless(smallModelLacks(), 'a real language model behind the program beside the GPU', () => {
  beforeAll(async () => {
    db = await preparedDatabase(database);
    model = await startSmallModel();
    host = await startHost({
      MONGODB_URI: database.uri,
      MONGODB_DATABASE: database.name,
      LLM_ENDPOINT: model.address,
      LLM_MODEL: 'smollm2',
    });
  }, WITHIN_MS);

  afterAll(async () => {
    await host.end('SIGTERM');
    await model.stop();
    await db.connection.close();
  });

  it(
    'is found to hold to schemas, and its answers fit theirs, whatever they say',
    async () => {
      const schema = closedObject({ intent: wordOf(INTENTS), language: wordOf(['ru', 'en']) });
      const prompt = 'What does this message want, and in which language is it? «Пришлите, пожалуйста, демо-доступ»';
      await askFor(db, [aJob({ _id: 'real', prompt, schema })]);
      const job = await eventually(
        'the answer',
        () => db.llmJobs.findOne({ _id: 'real', status: { $ne: 'pending' } }).lean<LlmJob>(),
        WITHIN_MS,
      );
      expect(job).toMatchObject({ status: 'completed', attempts: 1, error: null });
      const { intent, language, ...rest } = JSON.parse(job.response ?? '') as Record<string, string>;
      expect(INTENTS).toContain(intent);
      expect(['ru', 'en']).toContain(language);
      expect(rest).toEqual({});
      expect(host.log()).toContain('jobs are taken');
    },
    WITHIN_MS,
  );
});
