import { NestFactory } from '@nestjs/core';
import { reachDatabase } from '@app/persistence/reach-database';
import { keepRunning } from '@app/runtime/boot/keep-running';
import { ServiceLogger } from '@app/runtime/boot/service-logger';
import { readHostSettings } from '@app/runtime/config/host-settings';
import { hostModule } from './host.module';
import { openJobs } from './open-jobs';

const NAME = 'llm-host';

void keepRunning(NAME, async () => {
  const settings = readHostSettings(process.env);
  await reachDatabase(settings.mongodbUri);
  const jobs = await openJobs(settings);
  const logger = new ServiceLogger(NAME, settings);
  return NestFactory.createApplicationContext(hostModule(settings, jobs), { logger, abortOnError: false });
});
