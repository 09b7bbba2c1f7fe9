import { ConsoleLogger, Logger, type DynamicModule, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { Database } from '@app/persistence/database';
import { readKeyFile } from '../config/read-key-file';
import { readSettings, type Settings } from '../config/settings';
import { checkDatabase } from './check-database';
import { loadEnvFile } from './load-env-file';

const LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];

/** Starts a service and keeps it until SIGTERM or SIGINT. What stops it from starting is said in one message; exit code 1. */
export async function bootService(
  name: string,
  root: (settings: Settings, keys: KeyRing) => DynamicModule,
): Promise<void> {
  try {
    loadEnvFile();
    const settings = readSettings(process.env);
    const keys = readKeyFile(settings.keyFile);
    const logger = new ConsoleLogger(name, {
      logLevels: LEVELS.slice(0, LEVELS.indexOf(settings.logLevel) + 1),
      colors: process.stdout.isTTY,
    });
    const app = await NestFactory.createApplicationContext(root(settings, keys), { logger, abortOnError: false });
    await checkDatabase(app.get(Database));
    app.enableShutdownHooks();
    new Logger(name).log(`${name} is ready.`);
  } catch (error) {
    process.stderr.write(`${name} cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
