import fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { anyCommandLine } from '../../testing/any-command-line';
import { carriedOut, knownCommands, type KnownCommand } from '../../testing/command-line';

describe('whatever stands on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
  const { MONGODB_URI } = process.env;
  const cwd = process.cwd();
  let commands: readonly KnownCommand[];

  beforeAll(async () => {
    process.chdir(folder);
    process.env['MONGODB_URI'] = 'nowhere';
    // What the doctor finds is no refusal.
    commands = (await knownCommands()).filter(({ words }) => words[0] !== 'doctor');
  });

  afterAll(() => {
    process.chdir(cwd);
    if (MONGODB_URI === undefined) delete process.env['MONGODB_URI'];
    else process.env['MONGODB_URI'] = MONGODB_URI;
    rmSync(folder, { recursive: true });
  });

  it('is carried out, or refused in a sentence that is the operator’s to put right, and nothing is written', async () => {
    await fc.assert(
      fc.asyncProperty(anyCommandLine(commands), fc.uint8Array(), async (args, given) => {
        const stdin = jest.spyOn(process, 'stdin', 'get').mockReturnValue(standardInput(given));
        const { line, exitCode, printed } = await carriedOut(args).finally(() => stdin.mockRestore());
        expect([0, 2]).toContain(exitCode);
        expect(line === '').toBe(exitCode === 0);
        expect(line).not.toMatch(/^\s*at |Error:|\bundefined\b|[\0-\u0009\u000b-\u001f]/m);
        expect(line.length).toBeLessThan(20_000);
        if (!PRODUCT_FOLDER.test(args.join(' '))) expect(line.split('\n')).toHaveLength(1);
        expect(exitCode === 0 || printed === '').toBe(true);
        expect(readdirSync(folder)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Of a folder every problem is told, each on its line. */
const PRODUCT_FOLDER = /^(product (load|check)|simulate)/;

function standardInput(given: Uint8Array): typeof process.stdin {
  return Readable.from([Buffer.from(given)]) as typeof process.stdin;
}
