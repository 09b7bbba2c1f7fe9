import 'reflect-metadata';
import { runCommandLine } from './command-line/run-command-line';

void main();

async function main(): Promise<void> {
  // Whoever reads our output may stop reading: `contact list | head`.
  process.stdout.on('error', () => process.exit());
  const failure = await runCommandLine();
  if (failure === null) return;
  if (failure.line !== '') process.stderr.write(`${failure.line}\n`);
  process.exitCode = failure.exitCode;
}
