import { toReadable } from '../../readable-text';

/** A clause of normalised text, and whether it denies what it speaks of. */
export interface Clause {
  readonly plain: string;
  readonly isDenied: boolean;
}

/** A dot or a comma between digits ends nothing. */
const CLAUSE_ENDS = /[\n!?;:()]+|[.,](?!\d)|(?<!\d)[.,]|\s-\s/;
const DENIES =
  /(?<!\p{L})(?:не|нет|ни|без|нельзя|никак\p{L}{0,3}|not|no|never|without|cannot|none|nor|neither)(?!\p{L})|n't(?!\p{L})/u;

export function clausesOf(text: string): readonly Clause[] {
  return toReadable(text)
    .plain.split(CLAUSE_ENDS)
    .filter((plain) => plain.trim() !== '')
    .map((plain) => ({ plain, isDenied: DENIES.test(plain) }));
}
