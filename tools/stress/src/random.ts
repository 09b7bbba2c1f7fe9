import { seeded, shuffled } from '@app/peers/system/random';

/** Draws that are the same for the same seed, so that a run can be played again. */
export class Random {
  /** 0 or more, less than 1. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** One of them; undefined of none. */
  oneOf<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.next() * all.length)];
  }

  shuffled<T>(all: readonly T[]): T[] {
    return shuffled(all, this.next);
  }

  /** Another one, for who draws at moments of its own. */
  branch(): Random {
    return new Random(Math.floor(this.next() * 4_294_967_296));
  }
}
