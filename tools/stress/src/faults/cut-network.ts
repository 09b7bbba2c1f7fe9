import { setTimeout as pause } from 'node:timers/promises';
import type { Route } from '../network/route';
import type { Random } from '../random';
import type { Fault } from './fault';

/** Slow for a moment, so that something is under way, then gone: connections end, new ones are refused. */
export function cutNetwork(route: Route, random: Random): Fault {
  return {
    name: `${route.name} cut`,
    async strike() {
      const forMs = Math.round(random.between(500, 4_000));
      try {
        await route.slow({ latencyMs: 200 });
        await pause(random.between(300, 900));
        await route.cut();
        await pause(forMs);
      } finally {
        await route.restore();
      }
      return `for ${forMs} ms`;
    },
  };
}
