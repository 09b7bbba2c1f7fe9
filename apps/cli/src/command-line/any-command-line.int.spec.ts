import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { anyCommandLine } from '../../testing/any-command-line';
import { carriedOut, knownCommands } from '../../testing/command-line';

describe('a command that is refused', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'refused-'));
  const cwd = process.cwd();
  let world: SalesWorld;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    process.chdir(folder);
    process.env['MONGODB_URI'] = database.uri;
    process.env['MONGODB_DATABASE'] = database.name;
    process.env['KEY_FILE'] = world.writeKeyFile(join(folder, 'keys.json'));
    jest.spyOn(process, 'stdin', 'get').mockImplementation(() => Readable.from([Buffer.from('x')]) as never);
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    process.chdir(cwd);
    await world.close();
    rmSync(folder, { recursive: true });
  });

  /** Of every document there is. */
  async function digest(): Promise<unknown> {
    const { md5 } = await world.db.driver.command({ dbHash: 1 });
    return md5 as unknown;
  }

  it('has changed nothing in the database, whatever stood behind it', async () => {
    // These ask servers far away, and whoever watches waits.
    const commands = (await knownCommands())
      .filter(({ words }) => !['doctor', 'account check'].includes(words.join(' ')))
      .map((command) => ({ ...command, flags: command.flags.filter((flag) => flag !== '--watch') }));
    await fc.assert(
      fc.asyncProperty(anyCommandLine(commands), async (args) => {
        const before = await digest();
        const { line, exitCode } = await carriedOut(args);
        expect([line, [0, 2].includes(exitCode)]).toEqual([line, true]);
        if (line !== '') expect(await digest()).toBe(before);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);
});
