/** The smallest value that at least `share` (0 to 1) of the values do not exceed; throws when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}
