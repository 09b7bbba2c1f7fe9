import 'reflect-metadata';
import { join } from 'node:path';
import { messageOf } from '@app/peers/system/message-of';
import { readChoices, USAGE, type Choices } from './choices';
import { Ending } from './ending';
import { Closing } from './installation/closing';
import { playLive } from './live/play-live';
import { playScript } from './scripted/play-script';
import { Screen } from './text/screen';

/** The same from the source and from dist/. */
const PROJECT = join(__dirname, '..', '..', '..');

void main();

async function main(): Promise<void> {
  const choices = readChoices(process.argv.slice(2));
  const exitCode = await carryOut(choices);
  // Whatever still holds on to the terminal has nothing more to say.
  process.exit(exitCode);
}

async function carryOut(choices: Choices): Promise<number> {
  switch (choices.type) {
    case 'usage':
      process.stdout.write(USAGE);
      return 0;
    case 'mistake':
      process.stderr.write(`${choices.sentence}\n`);
      return 2;
    case 'live':
    case 'scripted':
      return play(choices);
  }
}

async function play(choices: Choices & { readonly type: 'live' | 'scripted' }): Promise<number> {
  const ending = new Ending();
  const closing = new Closing();
  const screen = new Screen(process.stdout, process.env);
  // Whoever reads our output may stop reading.
  process.stdout.on('error', () => {
    ending.because({ type: 'asked' });
  });
  ending.listenToSystem();
  try {
    const parts = { project: PROJECT, language: choices.language, llm: choices.llm, ending, closing, screen };
    if (choices.type === 'scripted') return await playScript(parts);
    return await playLive({ ...parts, folder: join(process.cwd(), '.demo'), fresh: choices.fresh });
  } catch (error) {
    if (ending.reason?.type === 'asked') return choices.type === 'live' ? 0 : 1;
    screen.warn(ending.reason?.sentence ?? messageOf(error));
    return 1;
  } finally {
    screen.hush();
    for (const sentence of await closing.close()) screen.warn(sentence);
  }
}
