import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOpenAiPeer, type ModelBehaviour, type OpenAiPeer } from '../../../../test/support/openai-peer';
import { eventually } from '../../../../test/support/eventually';
import { ChatClient } from '@app/runtime/model/chat.client';
import { Endpoint } from './endpoint';

let peer: OpenAiPeer;
const endpoints: Endpoint[] = [];
let warned: jest.SpyInstance;

beforeEach(async () => {
  warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  jest.spyOn(Logger.prototype, 'log').mockReturnValue();
  peer = await startOpenAiPeer();
});

afterEach(async () => {
  for (const endpoint of endpoints.splice(0)) endpoint.onApplicationShutdown();
  await peer.stop();
  jest.restoreAllMocks();
});

function anEndpoint(): Endpoint {
  const endpoint = new Endpoint(new ChatClient({ address: peer.address, model: 'm', limitMs: 300 }));
  endpoints.push(endpoint);
  return endpoint;
}

describe('an endpoint', () => {
  it('can be used when it holds its model to a schema the model would not keep by itself', async () => {
    const endpoint = anEndpoint();
    await endpoint.untilUsable();
    expect(endpoint.isUsable).toBe(true);
    expect(peer.probes()).toBe(1);
  });

  it.each<[string, ModelBehaviour]>([
    ['does not hold its model to a JSON Schema', { type: 'prose' }],
    ['does not hold its model to a JSON Schema', { type: 'say', content: '{"greeting":"Hello!"}' }],
    ['does not hold its model to a JSON Schema', { type: 'cut' }],
    ['HTTP 404', { type: 'status', status: 404 }],
    ['no answer within', { type: 'stall' }],
  ])('is not used, and one sentence says why: it %s', async (because, behaviour) => {
    peer.probed(behaviour);
    const endpoint = anEndpoint();
    void endpoint.untilUsable();
    await eventually('two probes', () => Promise.resolve(peer.probes() > 1 || null));
    expect(endpoint.isUsable).toBe(false);
    expect(warned.mock.calls).toEqual([[expect.stringMatching(new RegExp(`^No jobs are taken: .*${because}.*\\.$`))]]);
  });

  it('is used as soon as a later probe finds it better', async () => {
    peer.probed({ type: 'prose' });
    const endpoint = anEndpoint();
    const usable = endpoint.untilUsable();
    await eventually('a probe', () => Promise.resolve(peer.probes() || null));
    peer.probed({ type: 'obey' });
    await usable;
    expect(endpoint.isUsable).toBe(true);
  });

  it('is asked no sooner than it wants to be', async () => {
    peer.probed({ type: 'status', status: 429, headers: { 'retry-after': '3' } });
    void anEndpoint().untilUsable();
    await sleep(2_000);
    expect(peer.probes()).toBe(1);
  });

  it('that passes its probes and then answers no job is asked ever more rarely', async () => {
    const endpoint = anEndpoint();
    const started = performance.now();
    for (let lost = 0; lost < 3; lost++) {
      await endpoint.untilUsable();
      endpoint.lost({ type: 'away', because: 'the endpoint answered HTTP 503', retryAfterMs: null });
    }
    // One second, then two; the third time it would be four.
    expect(performance.now() - started).toBeGreaterThan(2_900);
    endpoint.answered();
    await endpoint.untilUsable();
    expect(performance.now() - started).toBeLessThan(4_500);
  });

  it('is asked by one probe where several doubt at once', async () => {
    const endpoint = anEndpoint();
    expect(await Promise.all([endpoint.stillWorks(), endpoint.stillWorks(), endpoint.stillWorks()])).toEqual([
      true,
      true,
      true,
    ]);
    expect(peer.probes()).toBe(1);
  });

  it('is left alone when the host stops', async () => {
    peer.probed({ type: 'stall' });
    const endpoint = anEndpoint();
    const usable = endpoint.untilUsable();
    await eventually('a probe', () => Promise.resolve(peer.probes() || null));
    endpoint.onApplicationShutdown();
    await usable;
    expect(peer.probes()).toBe(1);
  });
});
