import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenInstallation } from '../installation/open-installation';
import { lookAtStatus, type Status } from './status';

/** So often at most, however much happens. */
const REDRAW_MS = 500;

/**
 * Shows the status, and again whenever something changes, until the signal aborts. Every heartbeat is a change, so that
 * ages grow on the screen too; between changes nothing is read.
 */
export async function watchStatus(
  installation: Pick<OpenInstallation, 'waiting' | 'accounts' | 'bots' | 'clock' | 'db' | 'statusFeed'>,
  show: (status: Status) => void,
  signal: AbortSignal,
): Promise<void> {
  let drawing: Promise<void> | undefined;
  let changes = 0;
  const draw = async (): Promise<void> => {
    let shown: number;
    do {
      shown = changes;
      show(await lookAtStatus(installation));
      await sleep(REDRAW_MS, undefined, { signal }).catch(() => undefined);
    } while (shown !== changes && !signal.aborted);
  };
  const redraw = (): void => {
    changes += 1;
    // What breaks a look breaks the feed too, which then begins with a drain.
    drawing ??= draw()
      .catch(() => undefined)
      .finally(() => (drawing = undefined));
  };
  await installation.statusFeed.follow(
    {
      drain: () => {
        redraw();
        return Promise.resolve();
      },
      election: () => installation.db.election(),
      wake: redraw,
    },
    signal,
  );
  await drawing;
}
