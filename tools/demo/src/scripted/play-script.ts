import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Language } from '@app/domain/language';
import { messageOf } from '@app/peers/system/message-of';
import type { ChosenModel } from '../choices';
import type { Ending } from '../ending';
import { Hands } from '../hands';
import type { Closing } from '../installation/closing';
import { startInstallation, type Installation } from '../installation/start-installation';
import { ProgressReader } from '../progress-reader';
import type { Screen } from '../text/screen';
import { askingModel } from './asking-model';
import { Scene } from './scene';
import { BEGINS_AT, stepsIn } from './steps';

export interface ScriptRequest {
  readonly project: string;
  readonly language: Language;
  readonly llm: ChosenModel | null;
  readonly ending: Ending;
  readonly closing: Closing;
  readonly screen: Screen;
}

/** Plays one whole conversation and shows it; 0 when every step went as it has to, else 1. Leaves nothing behind but the logs of a failure. */
export async function playScript(request: ScriptRequest): Promise<number> {
  const { closing, screen, ending } = request;
  const folder = await mkdtemp(join(tmpdir(), 'sales-agent-demo-'));
  let failed: unknown;
  closing.add(async () => {
    const isWorthKeeping = failed !== undefined && ending.reason?.type !== 'asked';
    if (isWorthKeeping) screen.warn(`The logs are in ${join(folder, 'logs')}.`);
    else await rm(folder, { recursive: true });
  });
  try {
    const installation = await startInstallation({
      ...request,
      folder,
      databaseName: basename(folder),
      // The script knows which words have to stand in an answer.
      modelWrites: false,
      beginAt: () => BEGINS_AT,
      whileDoing: (what) => {
        screen.whileDoing(what);
      },
    });
    const passed = await playSteps(installation, request);
    if (!passed) failed = 'a step';
    return passed ? 0 : 1;
  } catch (error) {
    failed = error;
    throw error;
  }
}

async function playSteps(
  installation: Installation,
  { language, llm, screen, ending }: ScriptRequest,
): Promise<boolean> {
  const hands = new Hands(installation, language);
  const scene = new Scene(installation, hands, new ProgressReader(installation), screen);
  const steps = [...stepsIn(language), ...(llm ? [askingModel(language)] : [])];
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
