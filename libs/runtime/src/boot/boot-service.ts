import { Logger, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { connectDatabase } from '@app/persistence/connect-database';
import { reachDatabase } from '@app/persistence/reach-database';
import { readKeyFile } from '../config/read-key-file';
import { readSettings, type Settings } from '../config/settings';
import { checkDatabase } from './check-database';
import { loadEnvFile } from './load-env-file';
import { ServiceLogger } from './service-logger';

/** Starts a service and keeps it until SIGTERM or SIGINT. What stops it from starting is said in one message; exit code 1. */
export async function bootService(
  name: string,
  root: (settings: Settings, keys: KeyRing) => DynamicModule,
): Promise<void> {
  try {
    loadEnvFile();
    const settings = readSettings(process.env);
    const keys = readKeyFile(settings.keyFile);
    await checkBeforehand(settings, keys);
    const logger = new ServiceLogger(name, settings);
    const app = await NestFactory.createApplicationContext(root(settings, keys), { logger, abortOnError: false });
    app.enableShutdownHooks();
    new Logger(name).log(`${name} is ready.`);
  } catch (error) {
    process.stderr.write(`${name} cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** Before anything is started: a service that refuses to start has written nothing. */
async function checkBeforehand({ mongodbUri, mongodbDatabase }: Settings, keys: KeyRing): Promise<void> {
  await reachDatabase(mongodbUri);
  const db = await connectDatabase(mongodbUri, mongodbDatabase);
  try {
    await checkDatabase(db, keys);
  } finally {
    await db.connection.close();
  }
}
