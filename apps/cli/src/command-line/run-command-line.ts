import { CommandFactory } from 'nest-commander';
import { CliModule } from '../cli.module';
import { failureOf, type Failure } from './failure';

/** Carries out the command line of this process. Never throws: null when all went well, else how it ended. */
export async function runCommandLine(): Promise<Failure | null> {
  try {
    await CommandFactory.run(CliModule, { logger: false, abortOnError: false, serviceErrorHandler: rethrow });
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

function rethrow(error: Error): never {
  throw error;
}
