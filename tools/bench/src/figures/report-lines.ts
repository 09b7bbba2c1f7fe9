/** What a row of a report is about, and its value in words. */
export type Row = readonly [name: string, value: string];

/** A report of one part: its title, its rows in two columns, and what has to be known to read them. */
export function tableOf(title: string, rows: readonly Row[], notes: readonly string[] = []): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return [`${title}:`, ...lines, ...notes.map((note) => `  ${note}`)].join('\n');
}

export function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

export function seconds(valueMs: number): string {
  return `${(valueMs / 1000).toFixed(1)} s`;
}

export function perSecond(value: number): string {
  return `${value.toFixed(0)} a second`;
}

/** A ratio with its target; one that was not measured says so. */
export function times(value: number | null, wanted: Bound): string {
  return value === null ? 'not measured' : judged(`${value.toFixed(2)} times`, value, wanted);
}

/** A value with its target, and whether that holds. */
export function judged(said: string, value: number, wanted: Bound): string {
  const holds = 'atMost' in wanted ? value <= wanted.atMost : value >= wanted.atLeast;
  const bound = 'atMost' in wanted ? `at most ${wanted.atMost}` : `at least ${wanted.atLeast}`;
  return `${said}  (${bound}: ${holds ? 'holds' : 'DOES NOT HOLD'})`;
}

/** A target, in the unit of the value it bounds. */
export type Bound = { readonly atMost: number } | { readonly atLeast: number };
