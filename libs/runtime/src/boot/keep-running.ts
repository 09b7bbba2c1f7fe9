import { Logger, type INestApplicationContext } from '@nestjs/common';
import { errorWords } from '../error-words';
import { Redactor } from '../logging/redactor';
import { loadEnvFile } from './load-env-file';

/** Starts a program and keeps it until SIGTERM or SIGINT. What stops it from starting is said in one message; exit code 1. */
export async function keepRunning(name: string, start: () => Promise<INestApplicationContext>): Promise<void> {
  try {
    loadEnvFile();
    const app = await start();
    app.enableShutdownHooks();
    new Logger(name).log(`${name} is ready.`);
    endLogged(new Logger(name));
  } catch (error) {
    // No contact's words are read by then; a secret may stand in an address.
    process.stderr.write(`${name} cannot start. ${new Redactor(true).redact(errorWords(error))}\n`);
    process.exit(1);
  }
}

/** What nobody caught ends the process, as ever; what it says goes through the log, which redacts it. */
function endLogged(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'A failure nobody caught; the process ends.');
    process.exit(1);
  });
}
