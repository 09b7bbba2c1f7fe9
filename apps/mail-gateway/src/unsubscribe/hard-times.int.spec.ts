import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { MessageStore } from '@app/persistence/messages/message.store';
import { spawnReplicaSet, type SpawnedReplicaSet } from '@app/peers/mongo/spawn-mongod';
import { testDatabase } from '../../../../test/support/test-database';
import { ONE_CLICK, OneClickWorld } from '../testing/one-click-world';

describe('the page to unsubscribe in hard times', () => {
  const database = testDatabase();
  let world: OneClickWorld;
  let gateway: INestApplicationContext;

  beforeAll(async () => {
    world = await OneClickWorld.open(database);
  });

  beforeEach(async () => {
    gateway = await world.startGateway();
  });

  afterEach(async () => {
    await world.world.stopGateways();
    await world.world.db.messages.deleteMany({});
  });

  afterAll(() => world.close());

  it('hears the one click of 70 recipients whose mail provider posts from one address', async () => {
    const letters = await Promise.all(Array.from({ length: 70 }, () => world.sent()));
    const answers = await inTurns(letters, ({ link }) => fetch(link, ONE_CLICK));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await world.unsubscribed()).toHaveLength(70);
  });

  it('has no patience with an address that guesses, and keeps it for the others behind the same proxy', async () => {
    const { link } = await world.sent();
    const from = (address: string) => ({ ...ONE_CLICK, headers: { 'X-Forwarded-For': address } });
    const guesses = Array.from({ length: 61 }, (_, index) => `${world.publicAddress}/u/guess${index}`);

    const answers = await inTurns(guesses, (guess) => fetch(guess, from('203.0.113.7')), 1);

    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(60).fill(404), 429]);
    expect((await fetch(link, from('203.0.113.7'))).status).toBe(429);
    expect((await fetch(link, from('198.51.100.1'))).status).toBe(200);
  });

  it('takes no large body, however it is packed, and stores nothing of it', async () => {
    const { link } = await world.sent();
    const answer = await fetch(link, { method: 'POST', body: 'x'.repeat(100_000) });
    expect(answer.status).toBe(413);
    expect(await world.unsubscribed()).toEqual([]);
  });

  it('lets nobody hold a connection who sends a byte now and then', async () => {
    const { link } = await world.sent();
    const slow = dribble(link);
    const began = performance.now();
    await once(slow, 'close');
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(await world.unsubscribed()).toEqual([]);
  });

  it('answers what it has begun when its gateway is told to stop, and nothing new', async () => {
    const { link } = await world.sent();
    const arrived = slowDown(gateway);
    const answer = fetch(link, ONE_CLICK);
    await arrived;
    const stopped = world.world.stopGateway(gateway);

    expect((await answer).status).toBe(200);
    await stopped;
    await expect(fetch(link, ONE_CLICK)).rejects.toThrow();
    expect(await world.unsubscribed()).toHaveLength(1);
  });

  it('keeps a second gateway at the same port from starting before it has touched a letter', async () => {
    const letter = await world.world.queue({ accountId: 'sales', leavesFrom: new Date('2999-01-01') });
    await expect(world.startGateway()).rejects.toMatchObject({ code: 'PORT_UNUSABLE' });
    expect(await world.world.letter(letter._id)).toMatchObject({ leaseNumber: 0 });
  });
});

describe('the page to unsubscribe while the database is away', () => {
  let replicaSet: SpawnedReplicaSet;
  let world: OneClickWorld;

  beforeAll(async () => {
    replicaSet = await spawnReplicaSet({ nodes: 1 });
    world = await OneClickWorld.open({ uri: replicaSet.uri, name: 'away' });
    await world.startGateway();
  });

  afterAll(async () => {
    await world.close();
    await replicaSet.stop();
  });

  it('says within seconds that nobody is unsubscribed yet, and hears the next try when it is back', async () => {
    const { link } = await world.sent();
    await replicaSet.kill(0, 'SIGKILL');

    const refused = await fetch(link, ONE_CLICK);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await refused.text()).toContain('You are not unsubscribed yet.');

    await replicaSet.restart(0);
    await replicaSet.primary();
    let again = await fetch(link, ONE_CLICK);
    while (again.status === 503) again = await fetch(link, ONE_CLICK);
    expect(again.status).toBe(200);
    expect(await world.unsubscribed()).toHaveLength(1);
  }, 60_000);
});

/** Asks for each, `together` at a time. */
async function inTurns<T, R>(all: readonly T[], ask: (one: T) => Promise<R>, together = 20): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += together) {
    answers.push(...(await Promise.all(all.slice(from, from + together).map(ask))));
  }
  return answers;
}

/** A client that never gets to the end of its request. */
function dribble(link: string): Socket {
  const { hostname, port, pathname } = new URL(link);
  const socket = connect(Number(port), hostname);
  socket.write(`POST ${pathname} HTTP/1.1\r\nHost: here\r\nContent-Length: 26\r\n\r\n`);
  socket.on('error', () => undefined);
  void (async () => {
    while (!socket.destroyed) {
      socket.write('L');
      await sleep(500);
    }
  })();
  return socket;
}

/** Makes the storing of messages take a while; resolves when the first is being stored. */
function slowDown(gateway: INestApplicationContext): Promise<void> {
  const messages = gateway.get(MessageStore);
  const store = messages.store.bind(messages);
  return new Promise((arrived) => {
    messages.store = async (message) => {
      arrived();
      await sleep(500);
      return store(message);
    };
  });
}
