import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** Copies a product's folder so that its letters may leave as fast as they can: no caps, no nights, no guard. */
export async function copyLoosened(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const file = join(to, 'product.yaml');
  const settings = parseDocument(await readFile(file, 'utf8'));
  settings.setIn(['caps', 'accountPerDay'], PLENTY);
  settings.setIn(['caps', 'domainPerDay'], PLENTY);
  settings.set('answersPerHour', MOST_AN_HOUR);
  settings.setIn(['workingHours', 'from'], '00:00');
  settings.setIn(['workingHours', 'to'], '23:59');
  await writeFile(file, settings.toString());
}

const PLENTY = 100_000;
/** A product may not allow more. */
const MOST_AN_HOUR = 1_000;
