const MOST_REMEMBERED = 20_000;

/** The same function of a word, which works it out once: people use the same words again and again. */
export function remembering<Value>(work: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = work(word);
    if (known.size === MOST_REMEMBERED) known.clear();
    known.set(word, value);
    return value;
  };
}
