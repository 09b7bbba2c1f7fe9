/** The size of a file as a person reads it. */
export function sizeInWords(bytes: number): string {
  return bytes < 10_000 ? `${String(bytes)} bytes` : `${String(Math.round(bytes / 1000))} kB`;
}
