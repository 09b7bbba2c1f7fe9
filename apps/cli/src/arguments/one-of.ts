import { Mistake } from '../command-line/mistake.error';

/** The allowed value that was given; throws a `Mistake` that lists them otherwise. */
export function oneOf<T extends string>(option: string, allowed: readonly T[], given: string): T {
  const value = allowed.find((one) => one === given);
  if (value === undefined) throw new Mistake(`${option} must be ${inWords(allowed)}, not "${given}".`);
  return value;
}

function inWords(allowed: readonly string[]): string {
  return allowed.length < 2 ? allowed.join('') : `${allowed.slice(0, -1).join(', ')} or ${allowed.slice(-1).join('')}`;
}
