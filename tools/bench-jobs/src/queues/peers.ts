import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT } from '@app/peers/installation/built-services';
import { cacheFolder } from '@app/peers/system/cache-folder';
import { messageOf } from '@app/peers/system/message-of';
import { runToEnd } from '@app/peers/system/run-to-end';

const INSTALL_LIMIT_MS = 120_000;

/** Loads a package of those we compare with. */
export type LoadPeer = (name: string) => unknown;

/** Installs them, at the versions of `peers/package-lock.json`, into a folder of their own outside the source; or says why not. */
export async function installPeers(): Promise<LoadPeer | { readonly because: string }> {
  const folder = join(await cacheFolder(), 'bench-jobs-peers');
  await mkdir(folder, { recursive: true });
  try {
    for (const name of ['package.json', 'package-lock.json']) {
      await copyFile(join(PROJECT, 'tools', 'bench-jobs', 'peers', name), join(folder, name));
    }
    const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--prefix', folder];
    await runToEnd('npm', ['ci', ...quietly], INSTALL_LIMIT_MS);
  } catch (cause) {
    return { because: `npm cannot install it: ${messageOf(cause)}` };
  }
  return createRequire(join(folder, 'package.json'));
}
