import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerEngine } from './docker-engine';
import { replicaSetInDocker } from './replica-set-in-docker';

describe('a machine with a Docker socket', () => {
  const environment = { ...process.env };
  let folder: string;
  let engine: Server;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engine-'));
    process.env['DOCKER_HOST'] = `unix://${folder}/docker.sock`;
  });

  afterEach(() => {
    process.env = { ...environment };
    engine.closeAllConnections();
    engine.close();
    rmSync(folder, { recursive: true });
  });

  it('is taken for one with an engine when the engine answers', async () => {
    await engineThat((_request, response) => response.end('OK'));

    expect(await dockerEngine()).toBe(`unix://${folder}/docker.sock`);
  });

  it('is given up after two seconds when nothing answers behind the socket', async () => {
    await engineThat(() => undefined);
    const before = performance.now();

    await expect(dockerEngine()).rejects.toThrow('no engine answers at unix://');

    expect(performance.now() - before).toBeLessThan(3_000);
  });

  it('is refused in one line when the engine cannot run a container', async () => {
    await engineThat((request, response) => {
      response.statusCode = request.url?.endsWith('/_ping') ? 200 : 500;
      response.end('{"message":"broken"}');
    });

    const refusal = await replicaSetInDocker(undefined);

    expect(refusal).toEqual({ type: 'refused', line: expect.stringMatching(/^Docker \(mongo:7\.0\): .+/) });
  });

  async function engineThat(answers: RequestListener): Promise<void> {
    engine = createServer(answers).listen(join(folder, 'docker.sock'));
    await once(engine, 'listening');
  }
});
