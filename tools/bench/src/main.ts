import { writeFile } from 'node:fs/promises';
import { isMainThread } from 'node:worker_threads';
import { errorWords } from '@app/runtime/error-words';
import { BULLMQ_BRAIN, serveBullmqBrain, type BullmqBrainSettings } from './backlog/bullmq-brain';
import { choices, type Work } from './choices';
import { changes } from './figures/changes';
import { keepFigures, lastFigures } from './figures/last-run';
import { machine, type Machine } from './figures/machine';
import { inInstallation } from './installation';
import { MEASURED_PARTS, turnsPart, type Part } from './parts';
import { explainFilled } from './size/explain-filled';
import { serveBareClient } from './throughput/bare-client';

const say = (line: string): void => console.log(line);

/** Measures, says whether the targets hold, and ends with 0 either way; with 1 when it could not measure. */
async function bench(): Promise<void> {
  const { json, work } = choices(process.argv.slice(2));
  if (work.type === 'fill') {
    await inInstallation(say, (installation) => explainFilled(installation, work.amount, say));
    return;
  }
  let found: { readonly machine?: Machine; readonly [part: string]: unknown } = {};
  for (const [name, measure] of partsOf(work)) {
    say(`— ${name}`);
    const { figures, said, mongod } = await measure(say);
    const facts = machine(mongod);
    say(said);
    await compare(name, facts, figures);
    found = { machine: facts, ...found, [name]: figures };
    // After each part: what was measured is there even if a later one cannot be.
    if (json !== undefined) await writeFile(json, `${JSON.stringify(found, null, 2)}\n`);
  }
  const { machine: facts } = found;
  if (facts) say(`on: ${facts.cpus} × ${facts.cpu}, Node ${facts.node}, MongoDB ${facts.mongod}`);
}

function partsOf(work: Exclude<Work, { readonly type: 'fill' }>): readonly (readonly [string, Part])[] {
  switch (work.type) {
    case 'turns':
      return [['turns', turnsPart(work.turns)]];
    case 'parts':
      return work.parts.map((name) => [name, MEASURED_PARTS[name]]);
  }
}

/** Says how each figure changed since the part was last measured here, and keeps the new ones for the next time. */
async function compare(part: string, facts: Machine, figures: object): Promise<void> {
  const last = await lastFigures(part);
  const lines = last ? changes(last.figures, figures) : [];
  if (last && lines.length > 0) {
    say(`  since ${last.machine.date}, ${last.machine.cpus} × ${last.machine.cpu}:`);
    for (const line of lines) say(`    ${line}`);
  }
  await keepFigures(part, { machine: facts, figures });
}

const [role, settings = ''] = process.argv.slice(2);
if (!isMainThread) {
  serveBareClient();
} else if (role === BULLMQ_BRAIN) {
  serveBullmqBrain(JSON.parse(settings) as BullmqBrainSettings).catch((error: unknown) => {
    process.stderr.write(`${errorWords(error)}\n`);
    process.exit(1);
  });
} else {
  bench()
    .catch((error: unknown) => {
      process.stderr.write(`Could not measure. ${errorWords(error)}\n`);
      process.exitCode = 1;
    })
    // Agenda leaves a timer of five minutes behind for each of its jobs.
    .finally(() => process.exit());
}
