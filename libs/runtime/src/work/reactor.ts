import type { Change } from '@app/persistence/feed/change';

/** One kind of work of a service: what wakes it, what waits for it, and what is done with it. */
export interface Reactor {
  readonly name: string;
  /** How many keys one `react` takes together when there is a backlog. */
  readonly batch: number;
  /** How many `react` calls run at the same time. */
  readonly concurrency: number;
  /** The key a change concerns, if it concerns this reactor. */
  keyOf(change: Change): string | undefined;
  /** Every key for which something waits by now, read in pages. */
  waiting(): AsyncIterable<string>;
  /** Takes care of these keys. Tolerates a repeat. A throw postpones them with backoff, one by one. */
  react(keys: readonly string[], inWork: InWork): Promise<Reaction>;
  /** Whether a key of another instance's share still waits, cheaply; without it the key is simply tried. */
  stillWaits?(key: string): Promise<boolean>;
  /** The earliest moment at which more will wait without any change, on this reactor's own clock; null for never. */
  nextDue?(): Promise<Due | null>;
  /** Whether a change moves that moment; `next` is what the alarm is set to, null while that is not known. */
  movesDue?(change: Change, next: Due | null): boolean;
  /** A key has failed again and again; show it to the operator. */
  quarantine?(key: string, error: unknown): Promise<void>;
}

/** What a reaction may ask of the queue it works for. */
export interface InWork {
  readonly wake: Wake;
  /** Whether one of its keys was woken since it was taken: it will be looked at once more in any case. */
  readonly isWoken: () => boolean;
}

/** Wakes, in this process only, whom a change concerns that is still to be made; who is free begins before this returns. */
export type Wake = (change: Change) => void;

/** What comes after a reaction. */
export interface Reaction {
  /** Keys to look at again after a while: what is leased elsewhere, most of all. */
  readonly again: readonly { readonly key: string; readonly inMs: number }[];
  /** Acknowledged changes it made and this very process lives by: acted on at once, and not again through the feed. */
  readonly made?: readonly Change[];
}

export const NOTHING_LEFT: Reaction = { again: [] };

export interface Due {
  readonly inMs: number;
}
