/** The lines of a text, set four blanks in, without blanks at their ends. */
export function indented(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd());
}
