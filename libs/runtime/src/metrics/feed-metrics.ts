import { Counter, Gauge, type Registry } from 'prom-client';
import type { ChangeFeed } from '@app/persistence/feed/change-feed';

/** How the feed stands, taken when asked for. */
export function feedMetrics(registry: Registry, feed: Pick<ChangeFeed, 'standing'>): void {
  const registers = [registry];
  new Gauge({
    name: 'sales_agent_feed_following',
    help: '1 while the change feed follows, 0 while it is broken or starting.',
    registers,
    collect() {
      this.set(feed.standing.isFollowing ? 1 : 0);
    },
  });
  new Gauge({
    name: 'sales_agent_feed_lag_seconds',
    help: 'Time since the change feed last was following; 0 while it is.',
    registers,
    collect() {
      this.set(feed.standing.lagMs / 1000);
    },
  });
  new Counter({
    name: 'sales_agent_feed_interruptions_total',
    help: 'How often the change feed broke and began again.',
    registers,
    collect() {
      this.reset();
      this.inc(feed.standing.interruptions);
    },
  });
}
