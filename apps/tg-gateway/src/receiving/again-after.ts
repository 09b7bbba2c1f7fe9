/** How long to wait after so many failures in a row, in milliseconds: ever longer, and not all at the same moment. */
export function againAfter(failures: number, random: number): number {
  const longest = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  return Math.round(longest * (0.5 + random / 2));
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
