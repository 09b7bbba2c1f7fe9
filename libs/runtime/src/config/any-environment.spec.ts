import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOST_VARIABLE_NAMES, readHostSettings } from './host-settings';
import { SettingsInvalid, type Environment } from './read-environment';
import { readSettings, VARIABLE_NAMES } from './settings';
import { readTelegramSettings, TELEGRAM_VARIABLE_NAMES } from './telegram-settings';

const READERS: readonly (readonly [string, (environment: Environment) => object, readonly string[]])[] = [
  ['a service', readSettings, VARIABLE_NAMES],
  ['a tg-gateway', readTelegramSettings, TELEGRAM_VARIABLE_NAMES],
  ['an llm-host', readHostSettings, HOST_VARIABLE_NAMES],
];

/** Right for whoever reads them all. */
const RIGHT = {
  MONGODB_URI: 'mongodb://db.test/?replicaSet=rs0',
  KEY_FILE: './keys.json',
  LLM_ENDPOINT: 'http://127.0.0.1:11434',
  LLM_MODEL: 'qwen3:8b',
};

/** Wrong in every variable that can be wrong, and not to be read in any message. */
const SECRET = '\u0000 hunter2\u001b[2J:// ?#';
const FREE = ['LEDGER_JOURNAL', 'KEY_FILE', 'LLM_MODEL'];

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ...['', ' ', '0', '-1', '1.5', '1e3', '0x10', 'NaN', 'Infinity', '65536', 'true', 'TRUE', '1', 'null', '{}', '\0'],
    ...[
      'mongodb://',
      'mongodb://user:pass@/',
      'https://x/?y',
      'https://[',
      '::1',
      'log',
      '__proto__',
      'x'.repeat(20_000),
    ],
  ),
);

/** What is wrong with an environment; none when it is read. */
function problemsOf(read: (environment: Environment) => object, environment: Environment): readonly string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.problems;
    throw error;
  }
}

describe.each(READERS)('whatever stands in the environment of %s', (_, read, names) => {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  const secretFile = join(folder, 'secret');
  writeFileSync(secretFile, SECRET);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read, or refused in a line for each problem, which names its variable', () => {
    const named = [...names, ...names.map((name) => `${name}_FILE`)];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...named), value), (given) => {
        for (const problem of problemsOf(read, { ...RIGHT, ...given })) {
          expect(named.filter((name) => problem.includes(name))).not.toEqual([]);
          expect(problem).not.toMatch(/[\p{Cc}\u2028]/u);
          expect(problem.length).toBeLessThan(500);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused for all that is wrong at once, without a word of it, in a file or not', () => {
    const checked = names.filter((name) => !FREE.includes(name));
    const wrong = fc.subarray([...checked], { minLength: 1 });
    fc.assert(
      fc.property(wrong, fc.func(fc.boolean()), (variables, isInFile) => {
        const given = variables.map((name) => (isInFile(name) ? [`${name}_FILE`, secretFile] : [name, SECRET]));
        const right: Environment = Object.fromEntries(
          Object.entries(RIGHT).filter(([name]) => !variables.includes(name)),
        );
        const problems = problemsOf(read, { ...right, ...Object.fromEntries(given) });
        expect(variables.filter((name) => !problems.some((problem) => problem.startsWith(`${name} must`)))).toEqual([]);
        expect(problems.join()).not.toContain('hunter2');
      }),
      { numRuns: 100 },
    );
  });

  it('is refused for a file that cannot be read beside all else that is wrong, and the path is not shown', () => {
    const given = { ...RIGHT, MONGODB_URI: '', MONGODB_URI_FILE: join(folder, 'hunter2'), LOG_LEVEL: 'loud' };
    expect(problemsOf(read, given)).toEqual([
      'MONGODB_URI_FILE names a file which cannot be read',
      expect.stringMatching(/^LOG_LEVEL must be/),
    ]);
  });
});
