import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Takes a folder for this process; throws with a sentence when a process that is alive has it. */
export function lockFolder(file: string): () => void {
  const holder = holderOf(file);
  if (holder !== undefined && isAlive(holder)) {
    throw new FolderTaken(file, holder);
  }
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  return () => {
    rmSync(file, { force: true });
  };
}

/** Another demo works in the folder. */
export class FolderTaken extends Error {
  readonly code = 'FOLDER_TAKEN';
  constructor(file: string, pid: number) {
    super(
      `A demo runs here already (process ${String(pid)}): end it first. If that is another program, delete ${file}.`,
    );
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
