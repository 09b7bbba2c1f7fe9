import { Inject, Injectable } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeFeed } from '@app/persistence/feed/change-feed';

/** Asks the primary anything that reads no collection. */
export type Ping = () => Promise<unknown>;
export const PING = Symbol('ping');

const PING_LIMIT_MS = 2_000;

/** Whether a service does its work: the primary answers, and its feed follows. */
@Injectable()
export class Readiness {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly feed: ChangeFeed,
    @Inject(PING) private readonly ping: Ping,
  ) {}

  /** Throws Terminus's `ServiceUnavailableException`, with the same details, when it is not ready. */
  check(): ReturnType<HealthCheckService['check']> {
    return this.checks.check([() => this.mongodb(), () => this.follows()]);
  }

  private async mongodb(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('mongodb');
    const answered = this.ping().then(
      () => true,
      () => false,
    );
    const inTime = await Promise.race([answered, sleep(PING_LIMIT_MS, false, { ref: false })]);
    return inTime ? indicator.up() : indicator.down({ because: 'no primary answers' });
  }

  private follows(): HealthIndicatorResult {
    const { isFollowing, lagMs, interruptions } = this.feed.standing;
    const standing = { lagSeconds: Math.round(lagMs / 1000), interruptions };
    const indicator = this.indicators.check('feed');
    return isFollowing ? indicator.up(standing) : indicator.down(standing);
  }
}
