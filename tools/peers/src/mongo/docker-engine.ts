import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ANSWER_LIMIT_MS = 2_000;

/** Where a Docker engine answers its ping within two seconds; throws when none does. */
export async function dockerEngine(): Promise<string> {
  const places = enginePlaces();
  if (places.length === 0) throw new Error('no engine: DOCKER_HOST is not set and there is no socket');
  for (const place of places) {
    if (await answers(place)) return place;
  }
  throw new Error(`no engine answers at ${places.join(' or ')}`);
}

function enginePlaces(): readonly string[] {
  const named = process.env['DOCKER_HOST'];
  if (named !== undefined && named !== '') return [named];
  const runtime = process.env['XDG_RUNTIME_DIR'];
  const sockets = [
    '/var/run/docker.sock',
    ...(runtime === undefined ? [] : [join(runtime, 'docker.sock'), join(runtime, '.docker/run/docker.sock')]),
    join(homedir(), '.docker/run/docker.sock'),
    join(homedir(), '.docker/desktop/docker.sock'),
  ];
  return sockets.filter((socket) => existsSync(socket)).map((socket) => `unix://${socket}`);
}

function answers(place: string): Promise<boolean> {
  const url = new URL(place);
  const target =
    url.protocol === 'unix:' ? { socketPath: url.pathname } : { host: url.hostname, port: url.port || '2375' };
  return new Promise((resolve) => {
    const ping = request({ ...target, path: '/_ping', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) }, (response) => {
      response.resume();
      // An engine behind TLS refuses plain HTTP with 400: it is there all the same.
      resolve(true);
    });
    ping.once('error', () => {
      resolve(false);
    });
    ping.end();
  });
}
