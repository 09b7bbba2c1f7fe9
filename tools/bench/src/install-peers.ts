import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT } from '@app/peers/installation/built-services';
import { cacheFolder } from '@app/peers/system/cache-folder';
import { messageOf } from '@app/peers/system/message-of';
import { runToEnd } from '@app/peers/system/run-to-end';

const INSTALL_LIMIT_MS = 120_000;

/** Loads a package of those we compare with. */
export type LoadPeer = (name: string) => unknown;

/** Why something we compare with cannot run here. */
export interface Missing {
  readonly because: string;
}

/** Installs them once, at the versions of `peers/package-lock.json`, into a folder of their own outside the source. */
export async function installPeers(): Promise<LoadPeer | Missing> {
  const folder = await peersFolder();
  try {
    if (!(await isInstalled(folder))) await install(folder);
    return await installedPeers();
  } catch (cause) {
    return { because: `npm cannot install it: ${messageOf(cause)}` };
  }
}

/** Of another process of the same run, which has installed them. */
export async function installedPeers(): Promise<LoadPeer> {
  return createRequire(join(await peersFolder(), 'package.json'));
}

const MANIFEST = join(PROJECT, 'tools', 'bench', 'peers');

/** Named by the versions in it. */
async function peersFolder(): Promise<string> {
  const versions = createHash('sha256').update(await readFile(join(MANIFEST, 'package-lock.json')));
  return join(await cacheFolder(), `bench-peers-${versions.digest('hex').slice(0, 12)}`);
}

/** This file is the last that npm writes. */
async function isInstalled(folder: string): Promise<boolean> {
  return access(join(folder, 'node_modules', '.package-lock.json')).then(
    () => true,
    () => false,
  );
}

async function install(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) await copyFile(join(MANIFEST, name), join(folder, name));
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--prefix', folder];
  await runToEnd('npm', ['ci', ...quietly], INSTALL_LIMIT_MS);
}
