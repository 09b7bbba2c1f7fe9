const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before a mailbox is connected to again: doubling from 1 s to a minute, or to what is given, less up
 * to half by `chance` (0 to 1).
 */
export function reconnectAfter(failures: number, chance: number, longestMs = LONGEST_MS): number {
  const full = Math.min(FIRST_MS * 2 ** (failures - 1), longestMs);
  return Math.round(full * (1 - chance / 2));
}
