import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toModelFile } from '@app/understanding/classifier/model-file';
import { seeded } from '@app/peers/system/random';
import { toExample } from './example';
import { fit } from './fit';
import { joinMessages } from './join-messages';
import { readLabelledMessages } from './labelled-message';
import { makeNoise } from './make-noise';

const MODEL = 'libs/understanding/src/classifier/model.json';
const SEED = 7;
/** What only one message holds says more of that message than of its intent. */
const SEEN_IN = 2;
/** How often each message is learned once more as another hand might have typed it. */
const NOISY_COPIES = 2;
/** Messages that want two things at once are rare among those that people wrote by themselves. */
const JOINED = 800;
/** The digit of a weight in the file. */
const STEP = 0.1;

/** Learns the classifier's weights from the project's labelled messages, and writes them where the engine reads them. */
function train(): void {
  const random = seeded(SEED);
  const began = performance.now();
  const written = ['train.ru.jsonl', 'train.en.jsonl'].flatMap((name) => readLabelledMessages(join('training', name)));
  const examples = written.map(toExample);
  const noisy = Array.from({ length: NOISY_COPIES }, () => written)
    .flat()
    .map((message) => toExample({ ...message, text: makeNoise(message.text, random) }));
  const joined = joinMessages(written, JOINED, random).map(toExample);
  const weights = fit([...examples, ...noisy, ...joined], commonFeatures(examples), random);

  const file = toModelFile(weights, STEP);
  const text = `${JSON.stringify(file, null, 2)}\n`;
  writeFileSync(MODEL, text);
  console.log(
    `${written.length} messages, ${file.features.length} features, ` +
      `${Math.round(Buffer.byteLength(text) / 1024)} kB in ${MODEL}, ${Math.round((performance.now() - began) / 1000)} s`,
  );
}

function commonFeatures(examples: readonly { readonly features: ReadonlyMap<string, number> }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= SEEN_IN).map(([name]) => name));
}

train();
