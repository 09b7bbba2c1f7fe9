import { join } from 'node:path';
import type { Language } from '@app/domain/language';
import { messageOf } from '@app/peers/system/message-of';
import { addContact } from '../add-contact';
import { CONTACT } from '../cast';
import type { DemoRequest } from '../demo-request';
import { Hands } from '../hands';
import { openingTime } from '../installation/demo-clock';
import { startInstallation } from '../installation/start-installation';
import { ProgressReader } from '../progress-reader';
import { wrap } from '../text/wrap';
import { chooseContact, type ChosenContact } from './choose-contact';
import { entriesFrom } from './entries';
import { introInWords } from './intro';
import { openLastingFolder } from './lasting-folder';
import { LiveDemo } from './live-demo';

export interface LiveRequest extends DemoRequest {
  /** Where the demo goes on the next time; `fresh` begins it anew. */
  readonly folder: string;
  readonly fresh: boolean;
}

/** Lets the person at the keyboard play the contact until they end it; gives the exit code. */
export async function playLive(request: LiveRequest): Promise<number> {
  const { folder, ending, closing, screen } = request;
  const { databaseName } = openLastingFolder(folder, request.fresh, closing);
  try {
    await play(request, databaseName);
  } catch (cause) {
    if (ending.reason) throw cause;
    throw new Error(`${messageOf(cause)} The logs are in ${join(folder, 'logs')}.`, { cause });
  }
  if (ending.reason?.type === 'broken') throw new Error(ending.reason.sentence);
  screen.whileDoing('Stopping');
  closing.last(() => {
    screen.print('Stopped. `npm run demo` goes on from here, `npm run demo -- --fresh` begins anew.');
  });
  return 0;
}

async function play(request: LiveRequest, databaseName: string): Promise<void> {
  const { folder, language, screen } = request;
  const installation = await startInstallation({
    ...request,
    telegram: null,
    dataFolder: join(folder, 'database'),
    databaseName,
    modelWrites: true,
    beginAt: (now, { timeZone }) => openingTime(now, timeZone),
    whileDoing: (what) => {
      screen.whileDoing(what);
    },
  });
  const { db, clock, product } = installation;
  const { timeZone } = product.settings;
  const chosen = await chooseContact(db, language);
  const isMoved = Math.abs(clock.now().getTime() - Date.now()) > 60_000;
  const intro = introInWords({ language, chosen, now: clock.now(), timeZone, isMoved });
  screen.print(wrap(intro, screen.width).join('\n'));

  const hands = new Hands(installation, language);
  const progress = new ProgressReader(installation);
  await progress.skip();
  const demo = new LiveDemo(installation, hands, progress, screen, chosen.address);
  await begin(chosen, language, hands, demo);
  for await (const entry of entriesFrom(request, () => demo.prompt)) {
    if ((await demo.take(entry)) === 'quit') return;
  }
}

async function begin(chosen: ChosenContact, language: Language, hands: Hands, demo: LiveDemo): Promise<void> {
  if (!chosen.isNew) return demo.goOn();
  const { name, company } = CONTACT[language];
  const { status, because } = await hands.command(addContact({ name, company, address: chosen.address, language }));
  if (status === 'refused') throw new Error(because ?? 'The contact was refused.');
  await demo.tellProgress();
}
