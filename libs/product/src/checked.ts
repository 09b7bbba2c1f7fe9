/** What one part of a product folder says, or everything that is wrong with it: one sentence per problem. */
export type Checked<T> =
  { readonly type: 'good'; readonly value: T } | { readonly type: 'problems'; readonly problems: readonly string[] };

/** `value` when nothing is wrong with it. */
export function checked<T>(value: T, problems: readonly string[]): Checked<T> {
  return problems.length === 0 ? { type: 'good', value } : { type: 'problems', problems };
}

/** What `next` makes of a part that is good; problems stay as they are. */
export function andThen<T, U>(part: Checked<T>, next: (value: T) => Checked<U>): Checked<U> {
  return part.type === 'good' ? next(part.value) : part;
}

/** All values, or the problems of all parts. */
export function together<T>(parts: readonly Checked<T>[]): Checked<readonly T[]> {
  const values = parts.flatMap((part) => (part.type === 'good' ? [part.value] : []));
  return checked(values, parts.flatMap(problemsOf));
}

export function problemsOf(part: Checked<unknown>): readonly string[] {
  return part.type === 'problems' ? part.problems : [];
}
