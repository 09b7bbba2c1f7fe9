/** Lone surrogates, what shows nothing or turns the direction of text, and what says nothing to anybody. */
const INVISIBLE = /[\p{Cs}\p{Cf}\p{Co}\p{Cn}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]|(?![\n\t])\p{Cc}/gu;
/** Of these the special tokens of chat templates are made, and the fences of markdown. */
const OF_MARKUP = /[<>[\]{}|`\u2028\u2029]/g;

/**
 * Quotes what somebody wrote for a prompt: one line, a JSON string of at most `longest` UTF-16 units of it. Nothing
 * written can end the string, and no special token of a chat template can stand in it.
 */
export function quote(text: string, longest: number): string {
  return JSON.stringify(visible(text, longest)).replaceAll(OF_MARKUP, escaped);
}

/** What a reader would see of a text: nothing hidden between its letters, and no more than `longest` units. */
export function visible(text: string, longest: number): string {
  const seen = text
    .slice(0, 2 * longest)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(INVISIBLE, '');
  return seen.slice(0, longest).replace(/\p{Cs}$/u, '');
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
