/** Numbers that look random and are the same for the same seed (mulberry32), so that a run can be played again. */
export class Random {
  constructor(private state: number) {}

  /** 0 or more, less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** One of them; undefined of none. */
  oneOf<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.next() * all.length)];
  }

  shuffled<T>(all: readonly T[]): T[] {
    const places = all.map((one) => ({ one, at: this.next() }));
    return places.sort((one, other) => one.at - other.at).map(({ one }) => one);
  }

  /** Another one, for who draws at moments of its own. */
  branch(): Random {
    return new Random(Math.floor(this.next() * 4_294_967_296));
  }
}
