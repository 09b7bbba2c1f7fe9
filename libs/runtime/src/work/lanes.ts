/** How a key came to be taken up: a change told of it, or a look at everything found it. */
export type Lane = 'told' | 'found';

/**
 * The keys to be taken, each once, in two lanes: what changes tell of now, and what a look found waiting, the oldest
 * first. They are taken from by turns, so that neither waits for all of the other.
 */
export class Lanes {
  private readonly told = new Set<string>();
  private readonly found = new Set<string>();
  private isFoundFirst = false;

  sizeOf(lane: Lane): number {
    return this[lane].size;
  }

  has(key: string): boolean {
    return this.told.has(key) || this.found.has(key);
  }

  /** One that waits in a lane is told of: it goes to the front lane. */
  add(key: string, lane: Lane): void {
    if (lane === 'found' && this.told.has(key)) return;
    if (lane === 'told') this.found.delete(key);
    this[lane].add(key);
  }

  clear(): void {
    this.told.clear();
    this.found.clear();
  }

  /** Takes the next keys out, at most so many; one that goes `alone` is taken alone. `holdsFound`: only what was told. */
  take(atMost: number, goesAlone: (key: string) => boolean, holdsFound: boolean): string[] {
    const keys: string[] = [];
    for (const lane of this.lanesByTurns(holdsFound)) {
      for (const key of lane) {
        if (keys.length === atMost) return keys;
        const isAlone = goesAlone(key);
        if (isAlone && keys.length > 0) continue;
        lane.delete(key);
        keys.push(key);
        if (isAlone) return keys;
      }
    }
    return keys;
  }

  private lanesByTurns(holdsFound: boolean): readonly Set<string>[] {
    if (holdsFound) return [this.told];
    this.isFoundFirst = !this.isFoundFirst;
    return this.isFoundFirst ? [this.found, this.told] : [this.told, this.found];
  }
}
