import { join } from 'node:path';
import { cacheFolder } from '../system/cache-folder';
import { withinTime } from '../system/within-time';

const DOWNLOAD_LIMIT_MS = 180_000;
const ANSWER_LIMIT_MS = 3_000;

/** The path of a `mongod` that mongodb-memory-server has or downloads; throws within seconds where its host is blocked. */
export async function mongodFromMemoryServer(): Promise<string> {
  const { MongoBinary } = await import('mongodb-memory-server-core');
  const { DryMongoBinary } = await import('mongodb-memory-server-core/lib/util/DryMongoBinary.js');
  const downloadDir = join(await cacheFolder(), 'mongodb-binaries');

  const present = await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions({ version: '', downloadDir }));
  if (present !== undefined) return present;

  await downloadHostAnswers();
  return withinTime(DOWNLOAD_LIMIT_MS, 'the download', MongoBinary.getPath({ downloadDir }));
}

/** The library itself tries three times with pauses and has no limit for a host that swallows packets. */
async function downloadHostAnswers(): Promise<void> {
  const reachedOtherwise = ['MONGOMS_DOWNLOAD_MIRROR', 'MONGOMS_DOWNLOAD_URL', 'HTTPS_PROXY', 'https_proxy'];
  if (reachedOtherwise.some((name) => process.env[name] !== undefined)) return;
  try {
    await fetch('https://fastdl.mongodb.org', { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  } catch (cause) {
    throw new Error('fastdl.mongodb.org cannot be reached', { cause });
  }
}
