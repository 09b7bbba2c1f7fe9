import type { DynamicModule, Provider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { CommonSettings } from '../config/common-settings';
import { HealthListener } from '../health/health.listener';
import { Readiness } from '../health/readiness';
import { ActivityLines } from '../logging/activity-lines';
import { Metrics } from '../metrics/metrics';
import { Tracing } from '../tracing/tracing';

/** What makes a program seen: lines of what it does, health, metrics, traces. */
export interface Monitoring {
  readonly imports: readonly DynamicModule[];
  readonly providers: readonly Provider[];
}

/**
 * For a frame that provides `Identity`, `ChangeFeed`, `PING` and `LOOK_AT_QUEUES`. Readiness fails for whoever asks, not
 * in the log.
 */
export function monitoring(settings: CommonSettings): Monitoring {
  return {
    imports: [TerminusModule.forRoot({ logger: false })],
    providers: [
      { provide: CommonSettings, useValue: settings },
      // First: what happens while the others start is traced, counted and logged too.
      Tracing,
      Metrics,
      ActivityLines,
      Readiness,
      HealthListener,
    ],
  };
}
