import { createRequire } from 'node:module';
import { ensureBuilt, mainOf } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

/** What each runnable project starts, and so needs built besides itself. */
const NEEDS = {
  cli: ['cli'],
  demo: ['sales-brain', 'mail-gateway', 'tg-gateway', 'llm-host', 'cli', 'demo'],
  stress: ['sales-brain', 'mail-gateway', 'tg-gateway', 'cli', 'stress'],
  bench: ['sales-brain', 'mail-gateway', 'tg-gateway', 'llm-host', 'cli', 'bench'],
  'bench-mail': ['bench-mail'],
  train: ['train'],
  eval: ['eval'],
};

const [project, ...args] = process.argv.slice(2);
await ensureInstalled();
await ensureBuilt(NEEDS[project]);

// In this very process: its signals, exit code and streams are then the project's own.
const main = mainOf(project);
process.argv = [process.argv[0], main, ...args];
process.setSourceMapsEnabled(true);
createRequire(main)(main);
