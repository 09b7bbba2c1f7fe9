import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(__dirname, '..');
const DEMO = join(ROOT, 'dist/tools/demo/main.js');
const EVERY_STEP = Array.from({ length: 9 }, (_, index) => `✓ ${String(index + 1)}/9`);
const EVERY_CHAT_STEP = Array.from({ length: 12 }, (_, index) => `✓ ${String(index + 1)}/12`);

/** A demo that runs in a folder of its own, beside a database of somebody's that must not be touched. */
interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  /** All that it has printed so far. */
  out(): string;
  prints(what: string | RegExp): Promise<void>;
}

describe('a person who tries the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const running: Running[] = [];

  beforeAll(() => {
    if (!existsSync(DEMO)) throw new Error('Build first: npm run build');
  });

  afterAll(async () => {
    for (const { process } of running) process.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    rmSync(folder, { recursive: true });
  });

  function demo(...args: string[]): Running {
    const temporary = { TMPDIR: join(folder) };
    const env = { ...process.env, ...temporary, MONGODB_URI: 'mongodb://production.invalid', KEY_FILE: '/nowhere' };
    const child = spawn(process.execPath, [DEMO, ...args], { cwd: folder, env });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const started: Running = {
      process: child,
      ended,
      out: () => printed,
      async prints(what) {
        while (printed.search(what) < 0) {
          if (child.exitCode !== null) throw new Error(`It ended without "${String(what)}":\n${printed}`);
          await pause(20);
        }
      },
    };
    running.push(started);
    return started;
  }

  function logs(): string[] {
    return ['sales-brain', 'mail-gateway'].map((name) =>
      readFileSync(join(folder, '.demo/logs', `${name}.log`), 'utf8'),
    );
  }

  it.each(['ru', 'en'])(
    'watches a whole conversation, and nothing of it is left behind (%s)',
    async (language) => {
      const scripted = demo('--scripted', '--language', language);
      expect({ code: await scripted.ended, out: scripted.out() }).toEqual({ code: 0, out: expect.any(String) });
      expect(scripted.out().match(/✓ \d\/9/g)).toEqual(EVERY_STEP);
      expect(readdirSync(folder).filter((name) => name.startsWith('sales-agent-'))).toEqual([]);
    },
    180_000,
  );

  it.each(['ru', 'en'])(
    'watches a whole chat in Telegram, and nothing of it is left behind (%s)',
    async (language) => {
      const scripted = demo('--telegram', '--scripted', '--language', language);
      expect({ code: await scripted.ended, out: scripted.out() }).toEqual({ code: 0, out: expect.any(String) });
      expect(scripted.out().match(/✓ \d+\/12/g)).toEqual(EVERY_CHAT_STEP);
      expect(readdirSync(folder).filter((name) => name.startsWith('sales-agent-'))).toEqual([]);
    },
    180_000,
  );

  it('chats with the agent in the terminal: Start, words, a button by its number', async () => {
    const chat = demo('--telegram');
    chat.process.stdin?.end('/start\nСколько времени занимает подключение?\n1\n:later 1h\n');
    expect({ code: await chat.ended, out: chat.out() }).toEqual({
      code: 0,
      out: expect.stringMatching(
        /t\.me\/sales_emulated_bot\?start=[^]*▼[^]*\[1 [^]*один-два рабочих дня[^]*📎 napoleon-otzyvy-ru\.pdf[^]*time moves on/,
      ),
    });
  }, 180_000);

  it('answers a letter, sees the agent answer, and leaves no process behind with Ctrl-C', async () => {
    const live = demo();
    await live.prints('awaiting-reply');
    live.process.stdin?.write('Пришлите презентацию, \\\nпожалуйста.\n');
    await live.prints('📎 napoleon-otzyvy-ru.pdf');
    await live.prints('understood: presentation → awaiting-reply');
    const started = [live.process.pid ?? 0, ...descendantsOf(live.process.pid ?? 0)];
    expect(started.length).toBeGreaterThan(3);

    live.process.kill('SIGINT');
    expect(await live.ended).toBe(0);
    expect(started.filter(isAlive)).toEqual([]);
    expect(logs().join()).not.toContain('production.invalid');
  }, 180_000);

  it('goes on from there, and after a stop begins with a new address', async () => {
    const second = demo();
    second.process.stdin?.end('/later 2d\nБольше не пишите мне.\nИ ещё одно письмо.\n');
    expect(await second.ended).toBe(0);
    expect(second.out()).toMatch(
      /You go on where you stopped[^]*Презентация[^]*understood: stop → stopped[^]*understood: \S+ → stopped/,
    );

    const third = demo();
    third.process.stdin?.end();
    expect(await third.ended).toBe(0);
    expect(third.out()).toContain('You are Анна of "Вкусный дом", anna-2@vkusny-dom.example.');
    expect(third.out()).toContain('▼');
  }, 180_000);

  it('loses nothing but the services when the demo is killed', async () => {
    const live = demo();
    await live.prints('awaiting-reply');
    const started = descendantsOf(live.process.pid ?? 0);
    live.process.kill('SIGKILL');
    await live.ended;
    while (started.some(isAlive)) await pause(50);
  }, 90_000);
});

/** The processes it has started, and those they have started, from /proc. */
function descendantsOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && parentOf(one) === pid);
  return [...children, ...children.flatMap(descendantsOf)];
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  return parentOf(pid) !== undefined && !readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z ');
}
