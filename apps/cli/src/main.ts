import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module';
import { failureOf } from './command-line/failure';

void main();

async function main(): Promise<void> {
  // Whoever reads our output may stop reading: `contact list | head`.
  process.stdout.on('error', () => process.exit());
  try {
    await CommandFactory.run(CliModule, { logger: false, abortOnError: false, serviceErrorHandler: rethrow });
  } catch (error) {
    const { line, exitCode } = failureOf(error);
    if (line !== '') process.stderr.write(`${line}\n`);
    process.exitCode = exitCode;
  }
}

function rethrow(error: Error): never {
  throw error;
}
