/** Takes one of each in turn until all of them are through; whoever stops early ends them all. */
export async function* inTurn<T>(sources: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  const all = sources.map((source) => source[Symbol.asyncIterator]());
  try {
    let open = all;
    while (open.length > 0) {
      const more: AsyncIterator<T>[] = [];
      for (const source of open) {
        const next = await source.next();
        if (next.done === true) continue;
        more.push(source);
        yield next.value;
      }
      open = more;
    }
  } finally {
    await Promise.all(all.map((source) => Promise.resolve(source.return?.())));
  }
}
