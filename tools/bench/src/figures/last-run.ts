import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '@app/peers/system/cache-folder';
import type { Machine } from './machine';

/** What a part found when it was last measured, and where. */
export interface KeptFigures {
  readonly machine: Machine;
  readonly figures: unknown;
}

/** Null when the part was never measured here, or what was kept of it cannot be read. */
export async function lastFigures(part: string): Promise<KeptFigures | null> {
  try {
    return JSON.parse(await readFile(await fileOf(part), 'utf8')) as KeptFigures;
  } catch {
    return null;
  }
}

/** Keeps them for the next run to compare with, in a file of each part's own in the cache folder. */
export async function keepFigures(part: string, kept: KeptFigures): Promise<void> {
  await writeFile(await fileOf(part), `${JSON.stringify(kept, null, 2)}\n`);
}

async function fileOf(part: string): Promise<string> {
  const folder = join(await cacheFolder(), 'bench-last');
  await mkdir(folder, { recursive: true });
  return join(folder, `${part}.json`);
}
