/** Every value of nested settings by its dotted name; a list is one value. */
export function leavesOf(content: unknown): ReadonlyMap<string, unknown> {
  return new Map(leaves(content, undefined));
}

/** The nested settings these values were taken from. */
export function nest(leaves: ReadonlyMap<string, unknown>): object {
  const root: Branch = {};
  for (const [name, value] of leaves) {
    const path = name.split('.');
    const last = path.pop() ?? name;
    path.reduce(branch, root)[last] = value;
  }
  return root;
}

type Branch = Record<string, unknown>;

function leaves(content: unknown, prefix: string | undefined): readonly (readonly [string, unknown])[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return prefix === undefined ? [] : [[prefix, content]];
  }
  return Object.entries(content).flatMap(([name, value]: [string, unknown]) =>
    leaves(value, prefix === undefined ? name : `${prefix}.${name}`),
  );
}

function branch(parent: Branch, name: string): Branch {
  const known = parent[name];
  if (typeof known === 'object' && known !== null) return known as Branch;
  const made: Branch = {};
  parent[name] = made;
  return made;
}
