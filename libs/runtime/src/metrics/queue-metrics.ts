import { Gauge, type Registry } from 'prom-client';
import type { WaitingQueue } from '@app/persistence/waiting/waiting.store';

/** Reads what waits. */
export type LookAtQueues = () => Promise<readonly WaitingQueue[]>;

/** Of a service that may look at all queues; null for one that may not. */
export const LOOK_AT_QUEUES = Symbol('look-at-queues');

/** How much waits and for how long, read by one look when Prometheus asks: nothing is asked of an idle database. */
export function queueMetrics(registry: Registry, look: LookAtQueues): void {
  const latest = shared(look);
  gauge(registry, latest, {
    name: 'sales_agent_queue_waiting',
    help: 'How many wait in a queue.',
    valueOf: ({ waiting }) => waiting,
  });
  gauge(registry, latest, {
    name: 'sales_agent_queue_age_seconds',
    help: 'How long the oldest of a queue has waited; 0 when nothing waits.',
    valueOf: ({ ageMs }) => ageMs / 1000,
  });
}

interface QueueGauge {
  readonly name: string;
  readonly help: string;
  readonly valueOf: (queue: WaitingQueue) => number;
}

function gauge(registry: Registry, look: LookAtQueues, { name, help, valueOf }: QueueGauge): void {
  new Gauge({
    name,
    help,
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      // What is not known is not shown: that the database is away, the feed's metrics say.
      const queues = await look().catch(() => []);
      this.reset();
      for (const queue of queues) this.set({ queue: queue.name }, valueOf(queue));
    },
  });
}

/** Whoever asks while a look is under way gets what that one finds. */
function shared(look: LookAtQueues): LookAtQueues {
  let underWay: ReturnType<LookAtQueues> | undefined;
  return () => (underWay ??= look().finally(() => (underWay = undefined)));
}
