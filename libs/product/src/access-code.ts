/** How many random bytes a code is made of: 50 bits in ten characters. */
export const CODE_RANDOM_BYTES = 10;

/** No letter that is taken for another or for a digit when a code is read aloud (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM = '{random}';

/** Whether `demo.codes` is a template; otherwise it names a file of codes. */
export function isTemplate(codes: string): boolean {
  return codes.includes(RANDOM);
}

/** The code a template makes: each random byte is one character in place of `{random}`. */
export function codeFromTemplate(template: string, random: Uint8Array): string {
  const characters = Array.from(random, (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return template.replaceAll(RANDOM, characters.join(''));
}
