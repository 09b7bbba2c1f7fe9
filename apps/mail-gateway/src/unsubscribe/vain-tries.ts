const MOST_IN_A_WHILE = 60;
const A_WHILE_MS = 60_000;
const MOST_ADDRESSES = 10_000;

/**
 * How often an address asked for a letter that does not exist. Only that is limited: the one click of many recipients
 * comes from the few addresses of their mail providers, and every one of them names a letter.
 */
export class VainTries {
  private readonly tries = new Map<string, { count: number; readonly until: number }>();

  /** Both moments are of a clock that only runs forward, in ms. */
  isTooMany(address: string, now: number): boolean {
    const counted = this.tries.get(address);
    return counted !== undefined && now < counted.until && counted.count >= MOST_IN_A_WHILE;
  }

  count(address: string, now: number): void {
    const counted = this.tries.get(address);
    if (counted !== undefined && now < counted.until) {
      counted.count += 1;
      return;
    }
    // At the end of the map, which is in the order of time then.
    this.tries.delete(address);
    this.tries.set(address, { count: 1, until: now + A_WHILE_MS });
    const [oldest] = this.tries.keys();
    if (this.tries.size > MOST_ADDRESSES && oldest !== undefined) this.tries.delete(oldest);
  }
}
