/** Joins each line that ends in a backslash with the next; what stands at the end of input counts as it is. */
export async function* joinLines(
  lines: AsyncIterable<string>,
  onMore: () => void = () => undefined,
): AsyncGenerator<string, void> {
  let begun: string[] = [];
  for await (const line of lines) {
    if (line.endsWith('\\')) {
      begun.push(line.slice(0, -1).trimEnd());
      onMore();
      continue;
    }
    yield [...begun, line].join('\n');
    begun = [];
  }
  if (begun.length > 0) yield begun.join('\n');
}
