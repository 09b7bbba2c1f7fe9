import { setTimeout as sleep } from 'node:timers/promises';
import { LEASE_MS } from '@app/llm-jobs/job';
import { aJob } from '@app/persistence/testing/a-job';
import { askFor } from '@app/persistence/testing/ask-for-jobs';
import { startEmbeddedMail, type EmbeddedMail } from '@app/peers/mail/embedded-mail';
import { freePort } from '@app/peers/system/free-port';
import { eventually } from './support/eventually';
import { startOpenAiPeer, type OpenAiPeer } from './support/openai-peer';
import { ACCOUNT_PASSWORD, SalesWorld } from './support/sales-world';
import { startHost, type ServiceProcess } from './support/service-process';
import { testDatabase } from './support/test-database';

const MINUTE_MS = 60_000;
const SALES = 'sales@seller.test';
/** The program beside the GPU sweeps as they do, and shows no heartbeat. */
const SERVICES_WITH_HEARTBEAT = 2;
const SERVICES = 3;

const database = testDatabase();
let mail: EmbeddedMail;
let model: OpenAiPeer;
let host: ServiceProcess;
let world: SalesWorld;

beforeAll(async () => {
  mail = await startEmbeddedMail({ accounts: [{ address: SALES, password: ACCOUNT_PASSWORD }] });
  world = await SalesWorld.open(database, { smtpPort: mail.smtpPort, imapPort: mail.imapPortOf(SALES) });
  // Seen by whoever asks, which nobody does here: that costs nothing.
  await world.startProcess('sales-brain', { healthPort: await freePort() });
  await world.startProcess('mail-gateway', { healthPort: await freePort() });
  model = await startOpenAiPeer();
  host = await startHost({
    MONGODB_URI: database.uri,
    MONGODB_DATABASE: database.name,
    LLM_ENDPOINT: model.address,
    LLM_MODEL: 'small',
  });
  await askFor(world.db, [aJob({ _id: 'before' })]);
  const contact = await world.addContact('anna@example.com');
  await mail.waitForMail(({ to }) => to.includes('anna@example.com'), 20_000);
  await world.settledIn(contact, 'awaiting-reply');
  await eventually('the mailbox to be read', () => world.db.cursors.findOne({ uidValidity: { $ne: '' } }).lean());
  await eventually('the job to be done', () =>
    world.db.llmJobs.findOne({ _id: 'before', status: 'completed' }).lean().exec(),
  );
  // What follows a start (instances getting to know one another) is over by then, and the lease that was armed for the job.
  await sleep(LEASE_MS + 1_000);
}, 180_000);

afterAll(async () => {
  await host.end('SIGKILL');
  await world.close();
  await Promise.all([mail.stop(), model.stop()]);
});

describe('services with nothing to do for a minute', () => {
  it('ask the database for nothing but the heartbeat and one sweep each', async () => {
    const native = world.db.driver;
    await native.command({ profile: 2 });
    await sleep(MINUTE_MS);
    await native.command({ profile: 0 });

    const operations = await native
      .collection<Operation>('system.profile')
      .find({ ns: { $not: /system\.profile|\$cmd/ } })
      .sort({ ts: 1 })
      .toArray();
    const asked = operations.filter(({ op }) => op !== 'getmore');
    const heartbeats = asked.filter(({ op, ns }) => op === 'update' && ns.endsWith('.instances'));
    const rest = asked.filter((operation) => !heartbeats.includes(operation));

    // Every five seconds from each service, and the profiler saw them: it was on.
    expect(heartbeats.length).toBeGreaterThanOrEqual(SERVICES_WITH_HEARTBEAT * 10);
    expect(heartbeats.length).toBeLessThanOrEqual(SERVICES_WITH_HEARTBEAT * 13);
    expect(rest.filter(changedSomething).map(describeOperation)).toEqual([]);
    // A sweep looks through everything at once: whatever else is asked falls into at most two such moments a service.
    expect(moments(rest).length).toBeLessThanOrEqual(SERVICES * 2);
  }, 90_000);
});

interface Operation {
  readonly op: string;
  readonly ns: string;
  readonly ts: Date;
  readonly nModified?: number;
  readonly ninserted?: number;
}

function changedSomething({ nModified = 0, ninserted = 0 }: Operation): boolean {
  return nModified + ninserted > 0;
}

function describeOperation({ op, ns }: Operation): string {
  return `${op} ${ns}`;
}

/** Groups operations that are less than a second apart. */
function moments(operations: readonly Operation[]): Operation[][] {
  const groups: Operation[][] = [];
  for (const operation of operations) {
    const last = groups.at(-1)?.at(-1);
    if (last && operation.ts.getTime() - last.ts.getTime() < 1000) groups.at(-1)?.push(operation);
    else groups.push([operation]);
  }
  return groups;
}
