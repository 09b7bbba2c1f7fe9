import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../../../test/support/eventually';
import { SalesWorld } from '../../../../test/support/sales-world';
import { testDatabase } from '../../../../test/support/test-database';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
const journal = join(folder, 'ledger.jsonl');
let world: SalesWorld;

beforeAll(async () => {
  world = await SalesWorld.open(database);
  Object.assign(world.settings, { ledgerJournal: journal });
});

afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

describe('a stop', () => {
  it('stands in the journal outside the database too', async () => {
    const brain = await world.startBrain();
    await stop('anna@example.com');
    const [entry] = await eventually('the first line', () => Promise.resolve(entries(1)));
    expect(entry).toMatchObject({ because: 'contact-asked' });
    expect(readFileSync(journal, 'utf8')).not.toContain('anna@example.com');
    await brain.close();
  });

  it('that was journalled stands there once, also after a restart and behind a line a crash cut short', async () => {
    appendFileSync(journal, '{"_id":"cut sho');
    await world.startBrain();
    await stop('boris@example.com');
    await eventually('the second line', () => Promise.resolve(entries(2)));
    expect(new Set(entries(2)?.map(({ _id }) => _id)).size).toBe(2);
  });
});

async function stop(address: string): Promise<void> {
  const contact = await world.addContact(address);
  await world.deliverTo(contact);
  await world.writes(address, 'Больше мне не пишите');
  await world.settledIn(contact, 'stopped');
}

/** The whole entries of the journal, or null while there are fewer. */
function entries(count: number): { readonly _id: string }[] | null {
  if (!existsSync(journal)) return null;
  const lines = readFileSync(journal, 'utf8').split('\n');
  const whole = lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as { readonly _id: string });
  return whole.length >= count ? whole : null;
}
