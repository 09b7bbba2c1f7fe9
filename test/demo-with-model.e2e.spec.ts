import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startOpenAiPeer } from './support/openai-peer';
import { describeUnless } from './support/describe-unless';
import { smallModelLacks, startSmallModel, type SmallModel } from './support/small-model';

const DEMO = join(__dirname, '../dist/tools/demo/main.js');
const ASKED = '✓ 10/10 what it is not sure of, it asks a language model';
const WITHIN_MS = 150_000;

const folder = mkdtempSync(join(tmpdir(), 'demo-with-model-'));

beforeAll(() => {
  if (!existsSync(DEMO)) throw new Error('Build first: npm run build');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Plays the script with a model, and gives what was printed once it is over. */
async function watch(endpoint: string, language: string): Promise<string> {
  const args = [DEMO, '--scripted', '--language', language, '--llm', endpoint, '--model', 'small'];
  const demo = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, TMPDIR: folder } });
  const [out, err] = await Promise.all([text(demo.stdout), text(demo.stderr)]);
  return out + err;
}

describe('the demo with a model that is none', () => {
  it(
    'leaves to a person what neither code nor model can read, and goes through the rest as ever',
    async () => {
      const peer = await startOpenAiPeer();
      const printed = await watch(peer.address, 'en');
      await peer.stop();
      expect(printed).toContain(ASKED);
      expect(printed).toContain('what the model said was refused');
      expect(peer.questions().length).toBeGreaterThan(0);
    },
    WITHIN_MS,
  );
});

describeUnless(smallModelLacks(), 'the demo with a real language model', () => {
  let model: SmallModel;

  beforeAll(async () => {
    model = await startSmallModel();
  }, WITHIN_MS);

  afterAll(() => model.stop());

  it(
    'takes what code is not sure of to it, or goes on without it in time, whatever it says',
    async () => {
      expect(await watch(model.address, 'ru')).toContain(ASKED);
    },
    WITHIN_MS,
  );
});
