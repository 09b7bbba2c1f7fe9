import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ending } from '../ending';
import type { Screen } from '../text/screen';
import type { Closing } from './closing';

export interface TemporaryFolder {
  readonly path: string;
  /** Something failed: its logs may be worth reading. */
  keep(): void;
}

/** A folder that is gone after the demo, unless it is to be kept and nobody asked for the end. */
export async function temporaryFolder({
  ending,
  closing,
  screen,
}: {
  readonly ending: Ending;
  readonly closing: Closing;
  readonly screen: Screen;
}): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'sales-agent-demo-'));
  let isWorthKeeping = false;
  closing.add(async () => {
    if (isWorthKeeping && ending.reason?.type !== 'asked') screen.warn(`The logs are in ${join(path, 'logs')}.`);
    else await rm(path, { recursive: true });
  });
  return {
    path,
    keep() {
      isWorthKeeping = true;
    },
  };
}
