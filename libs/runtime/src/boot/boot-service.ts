import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import type { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface';
import { NestFactory } from '@nestjs/core';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { connectDatabase } from '@app/persistence/connect-database';
import { reachDatabase } from '@app/persistence/reach-database';
import { readKeyFile } from '../config/read-key-file';
import type { Environment } from '../config/read-environment';
import { readSettings, type Settings } from '../config/settings';
import { loggerOf } from '../logging/logger-of';
import { checkDatabase } from './check-database';
import { keepRunning } from './keep-running';

/** Makes a running application of a service's root. */
export type Start<S extends Settings = Settings> = (
  root: DynamicModule,
  settings: S,
  options: StartOptions,
) => Promise<INestApplicationContext>;

export type StartOptions = Pick<NestApplicationContextOptions, 'logger' | 'abortOnError'>;

/** Starts a service and keeps it until SIGTERM or SIGINT. What stops it from starting is said in one message; exit code 1. */
export function bootService(
  name: string,
  root: (settings: Settings, keys: KeyRing) => DynamicModule,
  start: Start = withoutHttp,
): Promise<void> {
  return bootServiceWith(name, readSettings, root, start);
}

/** The same for a service with settings of its own. */
export async function bootServiceWith<S extends Settings>(
  name: string,
  read: (environment: Environment) => S,
  root: (settings: S, keys: KeyRing) => DynamicModule,
  start: Start<S>,
): Promise<void> {
  await keepRunning(name, async () => {
    const settings = read(process.env);
    const keys = readKeyFile(settings.keyFile);
    await checkBeforehand(settings, keys);
    const service = root(settings, keys);
    const logger = loggerOf(service, settings);
    return start(service, settings, { logger, abortOnError: false });
  });
}

const withoutHttp: Start = (root, _settings, options) => NestFactory.createApplicationContext(root, options);

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
