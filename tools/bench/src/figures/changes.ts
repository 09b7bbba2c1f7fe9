/**
 * Each number of a part beside the one it was in an earlier run, as lines; what only one of them holds is left out. A
 * list's members are told apart by their names.
 */
export function changes(before: unknown, now: unknown): readonly string[] {
  const earlier = new Map(numbersIn(before));
  const both = numbersIn(now).flatMap(([name, value]) => {
    const was = earlier.get(name);
    return was === undefined ? [] : [{ name, value, was }];
  });
  const width = Math.max(0, ...both.map(({ name }) => name.length));
  return both.map(
    ({ name, value, was }) => `${name.padEnd(width)}  ${shown(was)} → ${shown(value)}${share(was, value)}`,
  );
}

function numbersIn(value: unknown, name = ''): [string, number][] {
  if (typeof value === 'number') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = Array.isArray(value) ? nameOf(inner, key) : key;
    return numbersIn(inner, name === '' ? own : `${name}.${own}`);
  });
}

function nameOf(member: unknown, place: string): string {
  const isNamed = typeof member === 'object' && member !== null && 'name' in member;
  return isNamed ? String(member.name) : place;
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}

function share(was: number, value: number): string {
  if (was === 0 || was === value) return '';
  const percent = Math.round((100 * (value - was)) / was);
  return `  (${percent < 0 ? '−' : '+'}${Math.abs(percent)} %)`;
}
