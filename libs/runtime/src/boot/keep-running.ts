import { Logger, type INestApplicationContext } from '@nestjs/common';
import { errorWords } from '../error-words';
import { loadEnvFile } from './load-env-file';

/** Starts a program and keeps it until SIGTERM or SIGINT. What stops it from starting is said in one message; exit code 1. */
export async function keepRunning(name: string, start: () => Promise<INestApplicationContext>): Promise<void> {
  try {
    loadEnvFile();
    const app = await start();
    app.enableShutdownHooks();
    new Logger(name).log(`${name} is ready.`);
  } catch (error) {
    process.stderr.write(`${name} cannot start. ${errorWords(error)}\n`);
    process.exit(1);
  }
}
