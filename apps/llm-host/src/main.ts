import { NestFactory } from '@nestjs/core';
import { reachDatabase } from '@app/persistence/reach-database';
import { keepRunning } from '@app/runtime/boot/keep-running';
import { readHostSettings } from '@app/runtime/config/host-settings';
import { loggerOf } from '@app/runtime/logging/logger-of';
import { hostModule } from './host.module';
import { openJobs } from './open-jobs';

const NAME = 'llm-host';

void keepRunning(NAME, async () => {
  const settings = readHostSettings(process.env);
  await reachDatabase(settings.mongodbUri);
  const jobs = await openJobs(settings);
  const host = hostModule(settings, jobs);
  return NestFactory.createApplicationContext(host, { logger: loggerOf(host, settings), abortOnError: false });
});
