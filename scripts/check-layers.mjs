import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Checks the dependency rules on the working directory, and fails when it sees nothing to check. */
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const folders = ['apps', 'libs', 'tools', 'test'].filter((folder) => existsSync(folder));
const { modules, violations } = folders.length === 0 ? { modules: [], violations: [] } : await check();
const ours = modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`)));

for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} -> ${to}`);
if (ours.length === 0) console.log('no modules seen, so nothing was checked');
console.log(`${ours.length} modules, ${violations.length} violations`);
process.exitCode = ours.length > 0 && violations.length === 0 ? 0 : 1;

async function check() {
  const request = { ...options, ruleSet: { forbidden }, validate: true, outputType: 'json' };
  const { output } = await cruise(folders, request, undefined, { tsConfig: extractTSConfig('tsconfig.json') });
  const { modules, summary } = JSON.parse(output);
  return { modules, violations: summary.violations };
}
