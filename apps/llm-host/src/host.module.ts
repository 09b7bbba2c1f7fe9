import { Module, type DynamicModule } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import { JobQueue } from '@app/persistence/jobs/job-queue';
import { monitoring } from '@app/runtime/boot/monitoring';
import { HostSettings } from '@app/runtime/config/host-settings';
import { PING } from '@app/runtime/health/readiness';
import { Identity } from '@app/runtime/instance/identity';
import { LOOK_AT_QUEUES } from '@app/runtime/metrics/queue-metrics';
import { ChatClient } from '@app/runtime/model/chat.client';
import { Endpoint } from './endpoint/endpoint';
import { JobHandler } from './work/job.handler';
import { JobWorker } from './work/job.worker';
import { JobsInHand } from './work/jobs-in-hand';

/** As long as a small model on a slow machine may take for a long prompt. */
const CALL_LIMIT_MS = 120_000;

/**
 * Does the jobs of one collection with a model. It stands in no frame of the services': it has no heartbeat document, no
 * business time and no keys, because its user of MongoDB sees nothing but the jobs.
 */
@Module({})
export class HostModule {}

export function hostModule(settings: HostSettings, jobs: JobQueue, callLimitMs = CALL_LIMIT_MS): DynamicModule {
  const { mongodbUri, mongodbDatabase, llmEndpoint: address, llmModel: model } = settings;
  const watched = {
    by: 'collection',
    collections: [COLLECTIONS.llmJobs],
    waking: { [COLLECTIONS.llmJobs]: { status: ['completed', 'failed'], pendingAt: 'any' } },
  } as const;
  const seen = monitoring(settings);
  return {
    module: HostModule,
    imports: [...seen.imports],
    providers: [
      { provide: HostSettings, useValue: settings },
      { provide: Identity, useValue: new Identity('llm-host') },
      { provide: JobQueue, useValue: jobs },
      { provide: PING, useValue: () => jobs.election() },
      { provide: LOOK_AT_QUEUES, useValue: null },
      ...seen.providers,
      { provide: ChatClient, useValue: new ChatClient({ address, model, limitMs: callLimitMs }) },
      { provide: ChangeFeed, useFactory: () => new ChangeFeed(mongodbUri, mongodbDatabase, watched) },
      Endpoint,
      JobHandler,
      JobsInHand,
      JobWorker,
    ],
  };
}
