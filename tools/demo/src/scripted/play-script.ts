import { basename } from 'node:path';
import { messageOf } from '@app/peers/system/message-of';
import type { DemoRequest } from '../demo-request';
import { Hands } from '../hands';
import { startInstallation, type Installation, type InstallationRequest } from '../installation/start-installation';
import { temporaryFolder } from '../installation/temporary-folder';
import { ProgressReader } from '../progress-reader';
import type { Screen } from '../text/screen';
import { BEGINS_AT } from './calendar';
import type { Step } from './step';

/** What is played, and on which scene. */
export interface Production<Scene> {
  readonly steps: readonly Step<Scene>[];
  readonly stage: (installation: Installation, hands: Hands, progress: ProgressReader, screen: Screen) => Scene;
  readonly telegram: InstallationRequest['telegram'];
}

/** Plays one whole conversation and shows it; 0 when every step went as it has to, else 1. Leaves nothing behind but the logs of a failure. */
export async function playScript<Scene>(request: DemoRequest, production: Production<Scene>): Promise<number> {
  const { screen } = request;
  const folder = await temporaryFolder(request);
  try {
    const installation = await startInstallation({
      ...request,
      telegram: production.telegram,
      folder: folder.path,
      databaseName: basename(folder.path),
      // The script knows which words have to stand in an answer.
      modelWrites: false,
      beginAt: () => BEGINS_AT,
      whileDoing: (what) => {
        screen.whileDoing(what);
      },
    });
    const passed = await playSteps(production, installation, request);
    if (!passed) folder.keep();
    return passed ? 0 : 1;
  } catch (error) {
    folder.keep();
    throw error;
  }
}

async function playSteps<Scene>(
  { steps, stage }: Production<Scene>,
  installation: Installation,
  { language, screen, ending }: DemoRequest,
): Promise<boolean> {
  const hands = new Hands(installation, language);
  const scene = stage(installation, hands, new ProgressReader(installation), screen);
  for (const [index, { title, play }] of steps.entries()) {
    const place = `${String(index + 1)}/${String(steps.length)}`;
    try {
      await play(scene);
    } catch (error) {
      if (ending.reason) throw error;
      screen.print(`✗ ${place} ${title}: ${messageOf(error)}`);
      return false;
    }
    screen.print(`✓ ${place} ${title}`);
  }
  screen.print(`All ${String(steps.length)} steps went as they have to.`);
  return true;
}
