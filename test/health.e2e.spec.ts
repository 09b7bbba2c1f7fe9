import { spawnReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { freePort } from '@app/peers/system/free-port';
import { eventually } from './support/eventually';
import { SalesWorld } from './support/sales-world';

type OwnReplicaSet = Awaited<ReturnType<typeof spawnReplicaSet>>;

let replicaSet: OwnReplicaSet;
let world: SalesWorld;
let healthPort: number;

beforeAll(async () => {
  replicaSet = await spawnReplicaSet({ nodes: 1 });
  world = await SalesWorld.open({ uri: replicaSet.uri, name: 'health' });
  healthPort = await freePort();
  await world.startProcess('sales-brain', { healthPort });
}, 60_000);

afterAll(async () => {
  await world.close();
  await replicaSet.stop();
});

describe('a service whose database goes away', () => {
  it('lives on and is not ready, says for how long, and is ready again when the database is back', async () => {
    await eventually('the feed to follow', async () => ((await ask('ready')).status === 200 ? true : null));

    await replicaSet.kill(0, 'SIGKILL');
    const down = await eventually('the feed to be missed', async () => {
      const answer = await ask('ready');
      return answer.status === 503 && answer.body.details?.feed?.lagSeconds ? answer : null;
    });
    expect(down.body).toMatchObject({
      status: 'error',
      details: { mongodb: { status: 'down' }, feed: { status: 'down', interruptions: expect.any(Number) } },
    });
    expect((await ask('live')).status).toBe(200);

    await replicaSet.restart(0);
    const up = await eventually(
      'the feed to follow again',
      async () => {
        const answer = await ask('ready');
        return answer.status === 200 ? answer : null;
      },
      30_000,
    );
    expect(up.body.details?.feed).toMatchObject({ status: 'up', lagSeconds: 0 });
    expect(up.body.details?.feed?.interruptions).toBeGreaterThan(0);
  }, 60_000);

  it('answers nothing else there, and nobody’s writing', async () => {
    expect((await fetch(`http://127.0.0.1:${String(healthPort)}/`)).status).toBe(404);
    const posted = await fetch(`http://127.0.0.1:${String(healthPort)}/metrics`, { method: 'POST' });
    expect(posted.status).toBe(405);
  });

  it('does not start where its port is taken', async () => {
    await expect(world.startProcess('sales-brain', { healthPort })).rejects.toThrow(
      new RegExp(`cannot start. HEALTH_PORT ${String(healthPort)} .* free port of its own`),
    );
  });
});

interface Health {
  readonly status: string;
  readonly details?: { readonly feed?: { readonly lagSeconds: number; readonly interruptions: number } };
}

async function ask(what: 'live' | 'ready'): Promise<{ readonly status: number; readonly body: Health }> {
  const response = await fetch(`http://127.0.0.1:${String(healthPort)}/health/${what}`);
  return { status: response.status, body: (await response.json()) as Health };
}
