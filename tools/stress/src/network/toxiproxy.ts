import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { dieWithThisProcess } from '@app/peers/system/die-with-this-process';
import { freePort } from '@app/peers/system/free-port';
import { isListening } from '@app/peers/system/is-listening';
import { withinTime } from '@app/peers/system/within-time';
import type { Route } from './route';

/** A route with a port of its own, by which whoever takes it reaches the peer. */
export interface Detour extends Route {
  readonly port: number;
}

/** A running toxiproxy (https://github.com/Shopify/toxiproxy#http-api) on 127.0.0.1; it ends with this process. */
export interface Toxiproxy {
  detour(name: string, toPort: number): Promise<Detour>;
  stop(): Promise<void>;
}

export async function startToxiproxy(program: string): Promise<Toxiproxy> {
  const port = await freePort();
  const child = spawn(program, ['-host', '127.0.0.1', '-port', String(port)], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const bond = dieWithThisProcess(child.pid, undefined);
  await withinTime(START_LIMIT_MS, 'starting toxiproxy', untilListening(port));
  return {
    detour: (name, toPort) => openDetour(`http://127.0.0.1:${port}/proxies`, name, toPort),
    async stop() {
      child.kill('SIGKILL');
      await ended;
      bond.release();
    },
  };
}

async function untilListening(port: number): Promise<void> {
  while (!(await isListening(port))) await pause(20);
}

async function openDetour(proxies: string, name: string, toPort: number): Promise<Detour> {
  const port = await freePort();
  const own = `${proxies}/${name}`;
  await ask('POST', proxies, { name, listen: `127.0.0.1:${port}`, upstream: `127.0.0.1:${toPort}`, enabled: true });
  const delay = async (kind: 'distance' | 'slow', latencyMs: number): Promise<void> => {
    for (const stream of STREAMS) {
      const attributes = { latency: latencyMs, jitter: Math.round(latencyMs / 4) };
      await ask('POST', `${own}/toxics`, { name: `${kind}-${stream}`, type: 'latency', stream, attributes });
    }
  };
  await delay('distance', DISTANCE_MS);
  let isSlow = false;
  return {
    name,
    port,
    async cut() {
      await ask('POST', own, { enabled: false });
    },
    async slow({ latencyMs }) {
      await delay('slow', latencyMs);
      isSlow = true;
    },
    async restore() {
      if (isSlow) for (const stream of STREAMS) await ask('DELETE', `${own}/toxics/slow-${stream}`);
      isSlow = false;
      await ask('POST', own, { enabled: true });
    },
  };
}

async function ask(method: 'POST' | 'DELETE', url: string, body?: object): Promise<void> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`toxiproxy: ${method} ${url}: ${answer.status} ${await answer.text()}`);
}

const STREAMS = ['upstream', 'downstream'] as const;
/** Each way, always: next door a letter would be handed over faster than anything could go wrong amid it. */
const DISTANCE_MS = 40;
const START_LIMIT_MS = 10_000;
