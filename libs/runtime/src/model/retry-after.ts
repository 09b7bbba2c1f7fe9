/** More than this is not believed. */
const LONGEST_MS = 10 * 60_000;

/** A `Retry-After` header in milliseconds (RFC 9110, section 10.2.3): seconds or a date; null when it is neither. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_MS);
}
