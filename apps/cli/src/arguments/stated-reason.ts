import { Mistake } from '../command-line/mistake.error';
import { oneLine } from './one-line';

/** One line that says something; throws a `Mistake` when it is empty or too long. */
export function statedReason(option: string, given: string): string {
  const words = oneLine(option, given);
  if (words === '') throw new Mistake(`${option} must say why, in a few words.`);
  return words;
}
