import type { Database } from '@app/persistence/database';

/** Something that answers what is stored, in one process of its own. */
export interface Pipeline {
  /** Where its messages stand, and its conversations. */
  readonly db: Database;
  readonly pid: number;
  /** Tells it of messages that are stored. */
  announce(messageIds: readonly string[]): Promise<void>;
  /** How many answers it has queued for the gateway so far: asked for often, so it must cost next to nothing. */
  answered(): Promise<number>;
}
