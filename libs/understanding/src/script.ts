/** The letters a text is written in. */
export type Script = 'latin' | 'cyrillic' | 'both';

/** The letters of normalised text; `latin` also where there are none at all. */
export function scriptOf(plain: string): Script {
  if (!/[\u0400-\u045f]/.test(plain)) return 'latin';
  return /[a-z]/.test(plain) ? 'both' : 'cyrillic';
}

/**
 * One thing for each script, made of those of the `phrases` that can stand in a text of it: looking for Russian words
 * in an English sentence takes as long as looking for English ones.
 */
export function perScript<Made>(
  phrases: readonly string[],
  make: (fitting: readonly string[]) => Made,
): Readonly<Record<Script, Made | undefined>> {
  const madeFor = (script: 'latin' | 'cyrillic'): Made | undefined => {
    const fitting = phrases.filter((phrase) => canStandIn(phrase, script));
    return fitting.length === 0 ? undefined : make(fitting);
  };
  return { latin: madeFor('latin'), cyrillic: madeFor('cyrillic'), both: make(phrases) };
}

/** Names of groups and classes are no letters of the phrase. */
const NOTATION = /\(\?<\w+>|\\p\{.*?\}|\\./g;

function canStandIn(phrase: string, script: 'latin' | 'cyrillic'): boolean {
  const letters = phrase.replaceAll(NOTATION, '');
  const hasLatin = /[a-z]/i.test(letters);
  const hasCyrillic = /[\u0400-\u045f]/.test(letters);
  return hasLatin === hasCyrillic || (script === 'latin' ? hasLatin : hasCyrillic);
}
