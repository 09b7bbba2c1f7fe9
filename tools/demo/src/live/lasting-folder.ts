import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Closing } from '../installation/closing';
import { lockFolder } from '../installation/folder-lock';

/** The folder of the demos a person plays, which lasts from one to the next. */
export interface LastingFolder {
  /** Its own, so that two folders may share a server. */
  readonly databaseName: string;
}

/** Takes the folder for this process, emptied when `fresh`. */
export function openLastingFolder(folder: string, fresh: boolean, closing: Closing): LastingFolder {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'running');
  closing.add(lockFolder(lock));
  if (fresh) {
    for (const name of readdirSync(folder)) {
      if (name !== basename(lock)) rmSync(join(folder, name), { recursive: true });
    }
  }
  const nameFile = join(folder, 'database-name');
  if (!existsSync(nameFile)) writeFileSync(nameFile, `demo-${randomBytes(4).toString('hex')}`);
  return { databaseName: readFileSync(nameFile, 'utf8') };
}
