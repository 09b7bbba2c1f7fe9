/** A value as one word of a POSIX shell, whatever stands in it: ids hold what senders put into them. */
export function shellWord(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
