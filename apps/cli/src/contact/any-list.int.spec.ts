import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';
import { anyFile, anyRow, aRow, asCsv } from '../../testing/any-list';
import { Operator } from '../../testing/operator';
import { Mistake } from '../command-line/mistake.error';
import { ContactImportCommand } from './contact-import.command';
import type { Imported } from './import-contacts';

describe('an import', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const path = join(folder, 'list');
  let world: SalesWorld;
  let operator: Operator;
  let people = 0;

  beforeAll(async () => {
    world = await SalesWorld.open(database);
    await world.startBrain();
    operator = await Operator.at(world.settings, world.keys);
  });

  afterAll(async () => {
    await operator.leave();
    await world.close();
    rmSync(folder, { recursive: true });
  });

  /** What became of each row; null when the file was refused. */
  async function imported(file: Uint8Array): Promise<readonly Imported[] | null> {
    writeFileSync(path, file);
    try {
      return (await operator.json(ContactImportCommand, [path], { product: 'otzyvy' })).rows;
    } catch (error) {
      if (error instanceof Mistake) return null;
      throw error;
    }
  }

  async function addresses(): Promise<readonly string[]> {
    return (await world.db.contacts.find().lean()).flatMap((contact) => [...contact.addresses]).sort();
  }

  it('adds every good row whole, with its conversation, whatever stands in the rows between, and nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 12 }), async (others) => {
        const before = await addresses();
        const good = others.map(() => `person${++people}@dom${people}.example`);
        const rows = await imported(asCsv(others.flatMap((row, index) => [row, aRow(good[index] ?? '')])));
        const added = (rows ?? []).filter(({ status }) => status === 'added').map(({ address }) => address);
        expect(added).toEqual(expect.arrayContaining(good));
        expect(await addresses()).toEqual([...before, ...added].sort());
        const contacts = await world.db.contacts.find({ addresses: { $in: [...added] } }).lean();
        const conversations = contacts.map(({ conversationId }) => conversationId);
        expect(await world.db.conversations.countDocuments({ _id: { $in: conversations } })).toBe(added.length);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('of a file that is refused leaves nothing, not even a command', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const before = [await world.db.contacts.countDocuments(), await world.db.commands.countDocuments()];
        const added = (await imported(file))?.filter(({ status }) => status === 'added').length ?? 0;
        const [contacts, commands] = [
          await world.db.contacts.countDocuments(),
          await world.db.commands.countDocuments(),
        ];
        expect(contacts - (before[0] ?? 0)).toBe(added);
        if (added === 0) expect(commands).toBe(before[1]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});
