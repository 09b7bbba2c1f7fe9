import { writeFile } from 'node:fs/promises';
import { isMainThread } from 'node:worker_threads';
import { errorWords } from '@app/runtime/error-words';
import { choices } from './choices';
import { machine } from './figures/machine';
import { startBenchInstallation } from './installation';
import { explainFilled } from './size/explain-filled';
import { measureSize, reportSize } from './size/measure-size';
import { figuresOf } from './stored-to-smtp/figures';
import { measureStoredToSmtp } from './stored-to-smtp/measure-stored-to-smtp';
import { report } from './stored-to-smtp/report';
import { serveBareClient } from './throughput/bare-client';
import { measureThroughput } from './throughput/measure-throughput';
import { reportThroughput } from './throughput/throughput';
import { measureUpdateToTelegram } from './update-to-telegram/measure-update-to-telegram';
import { reportTelegram } from './update-to-telegram/report';

/** Measures, says whether the targets hold, and ends with 0 either way; with 1 when it could not measure. */
async function bench(): Promise<void> {
  const { json, fill } = choices(process.argv.slice(2));
  const say = (line: string): void => console.log(line);
  const installation = await startBenchInstallation(say);
  try {
    if (fill) {
      await explainFilled(installation, fill, say);
      return;
    }
    const storedToSmtp = figuresOf(await measureStoredToSmtp(installation, say));
    say(report(storedToSmtp));
    const updateToTelegram = await measureUpdateToTelegram(installation, say);
    say(reportTelegram(updateToTelegram));
    const size = await measureSize(installation, say);
    say(reportSize(size));
    const throughput = await measureThroughput(installation, say);
    say(reportThroughput(throughput));
    const facts = machine(installation.mongod);
    say(`  on: ${facts.cpus} × ${facts.cpu}, Node ${facts.node}, MongoDB ${facts.mongod}`);
    if (json !== undefined) {
      const figures = { machine: facts, storedToSmtp, updateToTelegram, size, throughput };
      await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
    }
  } finally {
    await installation.stop();
  }
}

if (isMainThread) {
  bench().catch((error: unknown) => {
    process.stderr.write(`Could not measure. ${errorWords(error)}\n`);
    process.exitCode = 1;
  });
} else {
  serveBareClient();
}
