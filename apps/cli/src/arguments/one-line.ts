import { Mistake } from '../command-line/mistake.error';

const LONGEST = 200;

/** A name as it goes into a letter: one line without surplus spaces; throws a `Mistake` when it is too long. */
export function oneLine(option: string, given: string): string {
  const line = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line.length > LONGEST) throw new Mistake(`${option} must not be longer than ${LONGEST} characters.`);
  return line;
}
