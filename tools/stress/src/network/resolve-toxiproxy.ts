import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { PROJECT } from '@app/peers/installation/built-services';
import { messageOf } from '@app/peers/system/message-of';
import { runToEnd } from '@app/peers/system/run-to-end';

/** Where a toxiproxy is, and how it came there; or why there is none. */
export type FoundToxiproxy =
  | { readonly type: 'found'; readonly path: string; readonly how: string }
  | { readonly type: 'none'; readonly because: string };

/** One on the PATH, else the one in the cache folder, which is built with Go the first time. */
export async function resolveToxiproxy(): Promise<FoundToxiproxy> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'toxiproxy-server');
    if (await isExecutable(path)) return { type: 'found', path, how: path };
  }
  try {
    const said = await runToEnd(process.execPath, [join(PROJECT, 'scripts', 'fetch-toxiproxy.mjs')], BUILD_LIMIT_MS);
    const path = said.trim();
    return { type: 'found', path, how: path };
  } catch (cause) {
    return { type: 'none', because: `no toxiproxy-server on the PATH, and ${messageOf(cause)}` };
  }
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

const BUILD_LIMIT_MS = 320_000;
