import { HEARTBEAT_MS, LEASE_MS, type LlmJob } from '@app/llm-jobs/job';
import { spawnGuardedMongod, type GuardedMongod } from '@app/peers/mongo/spawn-guarded-mongod';
import type { Database } from '@app/persistence/database';
import { grantUser } from '@app/persistence/rights/grant-user';
import { aJob } from '@app/persistence/testing/a-job';
import { askFor } from '@app/persistence/testing/ask-for-jobs';
import { freePort } from '@app/peers/system/free-port';
import { eventually } from './support/eventually';
import { OtlpCollector } from './support/otlp-collector';
import { startOpenAiPeer, type OpenAiPeer } from './support/openai-peer';
import { preparedDatabase } from './support/prepared-database';
import { startHost, type ServiceProcess } from './support/service-process';

const DATABASE = 'sales';
const HOST = { name: 'gpu', password: 'gpu-password' };
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT_ID = '00f067aa0ba902b7';

let mongod: GuardedMongod;
let db: Database;
let peer: OpenAiPeer;
const running = new Set<ServiceProcess>();

beforeAll(async () => {
  mongod = await spawnGuardedMongod();
  db = await preparedDatabase({ uri: mongod.uriOf(), name: DATABASE });
  await grantUser(db.driver, 'llm-host', HOST);
}, 60_000);

beforeEach(async () => {
  peer = await startOpenAiPeer();
});

afterEach(async () => {
  for (const host of running) await host.end('SIGKILL');
  running.clear();
  await peer.stop();
  await db.llmJobs.deleteMany({});
});

afterAll(async () => {
  await db.connection.close();
  await mongod.stop();
});

/** Started with what a GPU host needs, and nothing else; it takes jobs when the promise resolves. */
async function aHost(change: NodeJS.ProcessEnv = {}): Promise<ServiceProcess> {
  const host = await startHost({
    MONGODB_URI: mongod.uriOf(HOST.name, HOST.password, DATABASE),
    MONGODB_DATABASE: DATABASE,
    LLM_ENDPOINT: peer.address,
    LLM_MODEL: 'small',
    ...change,
  });
  running.add(host);
  await eventually('the endpoint to be probed', () => Promise.resolve(host.log().includes('jobs are taken') || null));
  return host;
}

async function ask(id: string): Promise<void> {
  await askFor(db, [aJob({ _id: id, flow: id, prompt: 'What does Maria Petrova want? «hunter2»' })]);
}

async function asked(count: number): Promise<void> {
  await eventually(`${String(count)} questions`, () => Promise.resolve(peer.questions().length >= count || null));
}

async function completed(id: string, withinMs?: number): Promise<LlmJob> {
  const look = () => db.llmJobs.findOne({ _id: id, status: 'completed' }).lean<LlmJob>();
  return eventually(`${id} to be completed`, look, withinMs);
}

describe('the program beside the GPU, as a user who may only find, update and watch the jobs', () => {
  it('does a job, and its log holds nothing of the prompt, the answer and its password', async () => {
    peer.behave((_, count) => (count === 1 ? { type: 'say', content: '"Vasiliev"' } : { type: 'obey' }));
    const host = await aHost({ LOG_LEVEL: 'debug' });
    await ask('one');
    const job = await completed('one', 5_000);
    expect(Object.keys(JSON.parse(job.response ?? '') as object).sort()).toEqual([...job.schema.required].sort());
    await eventually('a word of it', () => Promise.resolve(host.log().includes('Job one') || null));
    expect(host.log()).not.toMatch(/hunter2|Petrova|Vasiliev|evidence|gpu-password/);
    expect(host.log()).not.toMatch(/"level":"(warn|error|fatal)"|interrupted/);
  });

  it('goes on with the trace its job was asked for in, and counts how long the job took', async () => {
    const collector = await OtlpCollector.start();
    const healthPort = String(await freePort());
    await ask('traced');
    await db.llmJobs.updateOne({ _id: 'traced' }, { trace: `00-${TRACE_ID}-${PARENT_ID}-01` });
    await aHost({ HEALTH_PORT: healthPort, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    await completed('traced');

    const span = await eventually('the span of the job', () =>
      Promise.resolve(collector.spans.find(({ traceId }) => traceId === TRACE_ID) ?? null),
    );
    expect(span).toMatchObject({ service: 'llm-host', name: 'job understand', parentSpanId: PARENT_ID });
    expect(await (await fetch(`http://127.0.0.1:${healthPort}/metrics`)).text()).toContain(
      'sales_agent_job_seconds_count{service="llm-host",kind="understand",outcome="completed"} 1',
    );
    expect((await fetch(`http://127.0.0.1:${healthPort}/health/ready`)).status).toBe(200);
    await collector.stop();
  });

  it('that is told to stop gives its job back at once, and ends without a word of trouble', async () => {
    peer.behave({ type: 'stall' });
    const host = await aHost();
    await ask('returned');
    await asked(1);
    const before = performance.now();
    await host.end('SIGTERM');
    expect(performance.now() - before).toBeLessThan(HEARTBEAT_MS);
    expect(await db.llmJobs.findById('returned').lean()).toMatchObject({
      status: 'pending',
      leaseUntil: null,
      attempts: 0,
    });
    expect(host.log()).not.toMatch(/"level":"(warn|error|fatal)"|interrupted/);
  });

  it('that is killed loses its job to another when the lease is over', async () => {
    peer.behave((_, count) => (count === 1 ? { type: 'stall' } : { type: 'obey' }));
    const killed = await aHost();
    await ask('left');
    await asked(1);
    await aHost();
    await killed.end('SIGKILL');
    expect(await completed('left', LEASE_MS + 10_000)).toMatchObject({ attempts: 2 });
    expect(peer.questions()).toHaveLength(2);
  }, 60_000);
});

describe('a host that cannot start', () => {
  it('says everything its settings lack at once', async () => {
    const said = await startHost({ LLM_PARALLEL: 'many' }).catch(String);
    for (const variable of ['MONGODB_URI', 'LLM_ENDPOINT', 'LLM_MODEL', 'LLM_PARALLEL']) {
      expect(said).toContain(`  - ${variable} must be`);
    }
  });

  it('says that its user may not read the jobs', async () => {
    await expect(aHost({ MONGODB_DATABASE: 'another' })).rejects.toThrow(
      'may not read llm_jobs in the database "another"',
    );
  });

  it('says that its password is wrong, without showing it', async () => {
    const uri = mongod.uriOf(HOST.name, 'not-this-one', DATABASE);
    const said = await aHost({ MONGODB_URI: uri }).catch(String);
    expect(said).toContain('MongoDB refuses the user or the password');
    expect(said).not.toContain('not-this-one');
  });
});
