import { setTimeout as pause } from 'node:timers/promises';
import type { Route } from '../network/route';
import type { Random } from '../random';
import type { Fault } from './fault';

/** Whatever goes there or comes back is late. */
export function slowNetwork(route: Route, random: Random): Fault {
  return {
    name: `${route.name} slowed`,
    async strike() {
      const latencyMs = Math.round(random.between(100, 1_500));
      const forMs = Math.round(random.between(1_000, 4_000));
      try {
        await route.slow({ latencyMs });
        await pause(forMs);
      } finally {
        await route.restore();
      }
      return `by ${latencyMs} ms each way, for ${forMs} ms`;
    },
  };
}
