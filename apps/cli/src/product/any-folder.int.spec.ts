import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aProductFolder } from '../../../../libs/product/testing/product-folder.builder';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { Operator } from '../../testing/operator';
import { Mistake } from '../command-line/mistake.error';
import { ProductLoadCommand } from './product-load.command';

describe('a product of which one file is spoilt', () => {
  const database = testDatabase();
  const root = mkdtempSync(join(tmpdir(), 'product-'));
  const folder = aProductFolder();
  let world: SalesWorld;
  let operator: Operator;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    operator = await Operator.at(world.settings, world.keys);
    for (const path of folder.keys()) mkdirSync(dirname(join(root, path)), { recursive: true });
  });

  afterAll(async () => {
    await operator.leave();
    await world.close();
    rmSync(root, { recursive: true });
  });

  /** What the operator is told; null when it is loaded. */
  async function refusal(): Promise<string | null> {
    try {
      await operator.json(ProductLoadCommand, [root], {});
      return null;
    } catch (error) {
      if (error instanceof Mistake) return error.message;
      throw error;
    }
  }

  async function digest(): Promise<unknown> {
    const { md5 } = await world.db.driver.command({ dbHash: 1 });
    return md5 as unknown;
  }

  it('is refused by the name of that file with nothing loaded, or is loaded as it stands', async () => {
    const spoilt = fc.tuple(
      fc.constantFrom(...folder.keys()),
      fc.oneof(fc.uint8Array(), fc.constant('{{'), fc.string()),
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async ([path, content]) => {
        for (const [name, good] of folder) writeFileSync(join(root, name), name === path ? content : good);
        const before = await digest();
        const refused = await refusal();
        if (refused === null) return;
        for (const line of refused.split('\n'))
          expect(line).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}(:\\d+)?: .+`));
        expect(await digest()).toBe(before);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
