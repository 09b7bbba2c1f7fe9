import { Mistake } from '../command-line/mistake.error';

/** A number of at least 1; throws a `Mistake` for anything else. */
export function wholeNumber(option: string, given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given))
    throw new Mistake(`${option} must be a whole number of at least 1, not "${given}".`);
  return Number(given);
}
