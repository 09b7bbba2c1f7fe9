import { writeFile } from 'node:fs/promises';
import { machine } from './figures/machine';
import { startInstallation } from './installation/installation';
import { jsonFile } from './json-file';
import { figuresOf } from './stored-to-smtp/figures';
import { measureStoredToSmtp } from './stored-to-smtp/measure-stored-to-smtp';
import { report } from './stored-to-smtp/report';

/** Measures, says whether the targets hold, and ends with 0 either way; with 1 when it could not measure. */
async function bench(): Promise<void> {
  const file = jsonFile(process.argv.slice(2));
  const say = (line: string): void => console.log(line);
  const installation = await startInstallation(say);
  try {
    const storedToSmtp = figuresOf(await measureStoredToSmtp(installation, say));
    say(report(storedToSmtp));
    const facts = machine(installation.mongod);
    say(`  on: ${facts.cpus} × ${facts.cpu}, Node ${facts.node}, MongoDB ${facts.mongod}`);
    if (file !== undefined) await writeFile(file, `${JSON.stringify({ machine: facts, storedToSmtp }, null, 2)}\n`);
  } finally {
    await installation.stop();
  }
}

bench().catch((error: unknown) => {
  process.stderr.write(`Could not measure. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
