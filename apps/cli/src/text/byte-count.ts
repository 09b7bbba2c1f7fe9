const KB = 1024;

/** A size as a person reads it, in bytes, kB or MB. */
export function byteCount(bytes: number): string {
  if (bytes < KB) return `${String(bytes)} bytes`;
  return bytes < KB * KB ? `${String(Math.round(bytes / KB))} kB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
