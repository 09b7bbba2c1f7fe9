import type { Change } from '@app/persistence/feed/change';

/** The latest changes this process made and acted on, so that their echo in the feed wakes nobody a second time. */
export class OwnChanges {
  private readonly expected = new Set<string>();

  expect(change: Change): void {
    this.expected.add(nameOf(change));
    // An echo that came before it was expected never comes again.
    for (const oldest of this.expected) {
      if (this.expected.size <= MOST_EXPECTED) break;
      this.expected.delete(oldest);
    }
  }

  /** Whether a change is the echo of an own one; true once for each. */
  isEcho(change: Change): boolean {
    return this.expected.size > 0 && this.expected.delete(nameOf(change));
  }
}

const MOST_EXPECTED = 1000;

function nameOf({ collection, operation, id, set }: Change): string {
  return JSON.stringify([collection, operation, id, set.unhandledFor, set.status, set.state]);
}
