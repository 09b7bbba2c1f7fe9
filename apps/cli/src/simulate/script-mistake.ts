import { Mistake } from '../command-line/mistake.error';

/** What the operator reads of a line of a script that cannot be played. */
export function scriptMistake(line: number, sentence: string): Mistake {
  return new Mistake(`Line ${line}: ${sentence}`);
}
