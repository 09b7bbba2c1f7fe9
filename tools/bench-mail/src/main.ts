import { isMainThread } from 'node:worker_threads';
import { errorWords } from '@app/runtime/error-words';
import { choices } from './choices';
import { loadCorpus } from './cases/load-corpus';
import type { MailCase } from './cases/mail-case';
import { projectCases } from './cases/project-cases';
import { measureLargeMails } from './large-mails';
import { READER_NAMES, type ReaderName } from './readers/readers';
import { serveReader } from './readers/reading-thread';
import { ThreadedReader } from './readers/threaded-reader';
import { report, type Scores } from './report';
import { counted, NOTHING, type Tally } from './score/tally';

/** Prints how well this project and two libraries read the same mails, and how fast. */
async function bench(): Promise<void> {
  const { corpus } = choices(process.argv.slice(2));
  const cases = corpus === undefined ? projectCases() : loadCorpus(corpus);
  const scores = new Map<ReaderName, Scores>();
  for (const name of READER_NAMES) scores.set(name, await scoresOf(name, cases));
  console.log(report(scores));
  console.log((await measureLargeMails()).join('\n'));
}

async function scoresOf(name: ReaderName, cases: readonly MailCase[]): Promise<Scores> {
  const reader = new ThreadedReader(name);
  for (const { raw, signature } of cases.slice(0, WARM_UP)) await reader.read({ raw, signature });

  const scores = new Map<string, Tally>();
  for (const mail of cases) {
    const reading = await reader.read({ raw: mail.raw, signature: mail.signature });
    scores.set(mail.set, counted(scores.get(mail.set) ?? NOTHING, mail, reading));
  }
  await reader.stop();
  return scores;
}

const WARM_UP = 30;

if (isMainThread) {
  bench().catch((error: unknown) => {
    process.stderr.write(`Could not measure. ${errorWords(error)}\n`);
    process.exitCode = 1;
  });
} else {
  serveReader();
}
