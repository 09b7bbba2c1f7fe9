import type { Order } from './claims-after-stop';
import type { Deliveries } from './deliveries';

export interface Found {
  readonly conversations: number;
  readonly kills: number;
  readonly order: Order;
  readonly deliveries: Deliveries;
  readonly wrongStories: number;
  /** Conversations that their own turns, decided again, make something else of. */
  readonly replayedDifferently: number;
  readonly expectedStops: number;
}

/** The last line, and whether every promise was kept. */
export function verdict(found: Found): { readonly line: string; readonly holds: boolean } {
  const { conversations, kills, order, deliveries, wrongStories, replayedDifferently, expectedStops } = found;
  const { doubled, missing, uncertain, letters } = deliveries;
  const holds =
    order.stops >= expectedStops &&
    order.claims > 0 &&
    order.claimedAfterStop.length === 0 &&
    doubled.length === 0 &&
    missing.length === 0 &&
    wrongStories === 0 &&
    replayedDifferently === 0;
  const line = [
    `${conversations} conversations`,
    `${kills} kills`,
    `${order.stops} stops`,
    `${order.claimedAfterStop.length} claims after a stop`,
    `${doubled.length} doubled`,
    `${missing.length} missing`,
    `${wrongStories} wrong stories`,
    `${replayedDifferently} replayed differently`,
    `(${letters} letters, ${uncertain.length} uncertain)`,
  ].join(', ');
  return { line, holds };
}
