import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Registry } from 'prom-client';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import { CommonSettings } from '../config/common-settings';
import { Identity } from '../instance/identity';
import { countHappenings } from './count-happenings';
import { feedMetrics } from './feed-metrics';
import { processMetrics } from './process-metrics';
import { LOOK_AT_QUEUES, queueMetrics, type LookAtQueues } from './queue-metrics';

/** What a service exports to Prometheus; without HEALTH_PORT nothing is counted. */
@Injectable()
export class Metrics implements OnModuleInit, OnApplicationShutdown {
  private readonly registry = new Registry();
  private stop: () => void = () => undefined;

  constructor(
    private readonly settings: CommonSettings,
    private readonly identity: Identity,
    private readonly feed: ChangeFeed,
    @Inject(LOOK_AT_QUEUES) private readonly lookAtQueues: LookAtQueues | null,
  ) {}

  onModuleInit(): void {
    if (this.settings.healthPort === 0) return;
    this.registry.setDefaultLabels({ service: this.identity.service });
    this.stop = countHappenings(this.registry);
    feedMetrics(this.registry, this.feed);
    processMetrics(this.registry);
    if (this.lookAtQueues) queueMetrics(this.registry, this.lookAtQueues);
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** In the text format of Prometheus. Only this reads how old the queues are. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
